/**
 * How long a unit with 10,000 entries of a type and 200 drafts takes to open in Chromium, from navigation to the list:
 * `node cms/form/testing/measure-large-unit.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleForm } from '../bundle.ts';
import { launch } from './chromium.ts';
import { SampleOffice } from './sample-office.ts';

const ENTRIES = 10_000;
const DRAFTS = 200;
const ROUNDS = 5;
const EDITOR = 'yu-xiaohe';

const paragraph = '各乡镇人民政府，县直有关单位：现将有关事项通知如下，请结合实际认真组织实施，按时报送办理情况。';
const titleOf = (nth: number) => `关于做好第${nth}项工作的通知`;
const bundle = await bundleForm();
const office = await SampleOffice.open({ bundle, editor: { id: EDITOR, units: [] }, prepare: addEntries });
const browser = await launch();
try {
  await addDrafts();
  const page = await browser.newPage();
  await office.logIn(page, EDITOR);
  const list = page.getByText(titleOf(ENTRIES));
  for (let round = 1; round <= ROUNDS; round++) {
    await page.goto('about:blank');
    const [begun, cpu] = [performance.now(), process.cpuUsage()];
    await page.goto(`${office.origin}/edit#/collections/agriculture_notice`);
    await list.waitFor();
    say(`opens, round ${round}`, begun, cpu);
  }
  await time('second page of the list', async () => {
    await page.mouse.move(700, 600);
    const shown = () => page.getByText(/^关于做好第[0-9]+项/).count();
    // More is loaded where the published entries end, before the drafts.
    for (const first = await shown(); (await shown()) === first; ) await page.mouse.wheel(0, 300);
  });
  await time('board with all drafts', async () => {
    await page.goto(`${office.origin}/edit#/workflow`);
    await page.getByText('草稿第199号').waitFor();
  });
  await page.goto(`${office.origin}/edit#/collections/agriculture_notice`);
  await list.waitFor();
  await time('search of one character', async () => {
    await page.getByPlaceholder('检索标题').fill('云');
    await page.keyboard.press('Enter');
    await page.getByText('关于申报2026年度云雾茶产业奖补项目的通知').waitFor();
  });
} finally {
  await browser.close();
  await office.close();
}

async function time(what: string, work: () => Promise<void>) {
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  say(what, begun, cpu);
}

function say(what: string, begun: number, cpu: NodeJS.CpuUsage) {
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    `${what}: ${Math.round(performance.now() - begun)} ms, processor time of the office ${Math.round((user + system) / 1000)} ms`,
  );
}

function addEntries(content: string) {
  for (let nth = 1; nth <= ENTRIES; nth++) {
    const folder = join(content, `entries/agriculture/notice/2026/202611-${String(10_000 + nth)}`);
    mkdirSync(folder);
    const time = `2026-11-25 ${String(Math.floor(nth / 500)).padStart(2, '0')}:${String(nth % 60).padStart(2, '0')}`;
    const front = `title: ${titleOf(nth)}\ncolumn: notices\nindex_number: 990101011/202611-${10_000 + nth}\npublished_at: '${time}'\n`;
    writeFileSync(join(folder, 'index.md'), `---\n${front}---\n\n${`${paragraph}\n\n`.repeat(16)}`);
  }
}

async function addDrafts() {
  const { store } = office.parts;
  const person = (await store.people()).get(EDITOR)!;
  for (let nth = 0; nth < DRAFTS; nth++) {
    const text = `---\ntitle: 草稿第${nth}号\ncolumn: notices\n---\n\n${paragraph}\n`;
    const files = [
      { name: 'index.md', bytes: Buffer.from(text) },
      { name: 'fujian.csv', bytes: Buffer.from(`${nth},`.repeat(20_000)) },
    ];
    await store.save(person, { folder: store.newFolder('agriculture', 'notice'), version: '', files });
  }
}
