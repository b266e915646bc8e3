import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { goTo, toHash } from '../cms/form/testing/steps.ts';
import { listOfPeople } from './end-to-end/list-of-people.ts';
import { RunningCounty } from './end-to-end/running-county.ts';
import { replaceAttachment, saveInVain, submit, writeNotice } from './end-to-end/writes-notice.ts';

/** Of nobody: the area code is that of the invented county. */
const ID_NUMBER = '990101199001011230';
const NOTICE = {
  unit: 'agriculture',
  title: '清岚县农业农村局关于核对秋冬种面积的通知',
  body: [
    '各乡镇人民政府：',
    '请各乡镇于2026年12月10日前核对附件所列各村秋冬种面积，有误的书面报县农业农村局种植业股，联系电话0900-5550112。',
  ],
};

let county: RunningCounty;
beforeAll(async () => {
  county = await RunningCounty.open(NOTICE.unit);
});
afterAll(() => county?.close());

test('an editor is stopped by an ID number in a hidden column, mends it, and hands the notice in', async () => {
  const logs = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write'), vi.spyOn(console, 'log'), vi.spyOn(console, 'error')];
  const editor = await county.logIn('yu-xiaohe', '/edit');
  await writeNotice(editor, NOTICE, { name: '面积核对表.xlsx', bytes: listOfPeople({ numbers: [ID_NUMBER, ''] }) });
  await saveInVain(editor);
  const said = await editor.locator('.gk-findings').innerText();
  expect(said).toMatch(/^检查结果 \d+ 条\n改好才能保存\n/u);
  expect(said).toContain('面积核对表.xlsx　');
  expect(said).toMatch(/身份证/u);
  expect(said).not.toContain(ID_NUMBER);
  const { store } = county.office.parts;
  expect(await store.drafts()).toEqual([]);
  const written = [ID_NUMBER, '面积核对表'].flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')]);
  expect(everyByte().some((bytes) => bytes.includes('yu-xiaohe'))).toBe(true);
  expect(everyByte().some((bytes) => written.some((form) => bytes.includes(form)))).toBe(false);
  expect(logs.some(({ mock }) => mock.calls.flat().some((said) => String(said).includes(ID_NUMBER)))).toBe(false);

  await replaceAttachment(editor, { name: '面积核对表.xlsx', bytes: listOfPeople({ numbers: [] }) });
  await submit(editor);
  const [draft] = await store.drafts('agriculture');
  expect(await county.office.parts.workflow.progress(draft!)).toMatchObject({
    state: 'review',
    author: 'yu-xiaohe',
    owed: ['review', 'secrecy', 'approval'],
  });
  expect(draft!.files.map(({ name }: { name: string }) => name)).toEqual(['index.md', '面积核对表.xlsx']);

  await goTo(editor, toHash(draft!.folder));
  const page = editor.frameLocator('iframe').frameLocator('iframe');
  await page.getByRole('heading', { name: NOTICE.title }).waitFor();
  await page.getByText('面积核对表').first().waitFor();
});

/** Everything that the office keeps or keeps for a moment: objects of the repository unpacked, and files as they are. */
function everyByte(): Buffer[] {
  const objects = execFileSync('git', ['-C', join(county.place, 'portal.git'), 'cat-file', '--batch-all-objects', '--batch'], {
    maxBuffer: 1e9,
  });
  const kept = ['portal.git', 'state', 'site', 'temporary'].flatMap((folder) => {
    const items = readdirSync(join(county.place, folder), { recursive: true, withFileTypes: true });
    return items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
  });
  return [objects, ...kept.map((file) => readFileSync(file))];
}

test('on a phone the notice is reviewed, for secrecy as well, and approved; it is live, listed and in the feed', async () => {
  const { store } = county.office.parts;
  const [draft] = await store.drafts(NOTICE.unit);
  const desk = `/desk/change/${draft!.folder.slice('entries/'.length)}`;

  const stranger = await county.logIn('edu-qi', '/desk/', 'phone');
  expect(await stranger.getByText(NOTICE.title).count()).toBe(0);
  expect((await stranger.goto(`${county.origin}${desk}`))?.status()).toBe(403);
  const csrf = await stranger.locator('input[name=csrf]').first().inputValue();
  const raw = await stranger.request.post(`${county.origin}/desk/sign`, {
    headers: { Origin: county.origin },
    form: { csrf, folder: draft!.folder, version: draft!.version, role: 'secrecy', opinion: '' },
  });
  expect([raw.status(), await store.draft(draft!.folder).then((now) => now?.version)]).toEqual([403, draft!.version]);

  for (const [id, role] of [
    ['mu-qingru', '以“审核”签字'],
    ['shu-wanqiao', '以“保密审查”签字'],
    ['kan-jichuan', '以“签发”签字并发布'],
  ] as const) {
    const page = await county.logIn(id, '/desk/', 'phone');
    await page.getByRole('link', { name: NOTICE.title }).click();
    await page.getByRole('heading', { name: '需要核对的变化' }).waitFor();
    expect(await page.locator('#check').innerText()).toContain('0900-5550112');
    expect(await page.locator('#files').innerText()).toContain('面积核对表.xlsx');
    await page.frameLocator('iframe').getByRole('heading', { name: NOTICE.title }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.getByRole('button', { name: role }).click();
    await page.getByRole('status').waitFor();
    if (id === 'kan-jichuan') expect(await page.getByRole('status').innerText()).toMatch(/^已发布/u);
  }

  const number = /\d{9}\/\d{6}-\d{5}/u.exec((await store.published(await publishedFolder(draft!.folder)))!.text)![0];
  const site = (path: string) => readFileSync(join(county.place, 'site', 'current', path), 'utf8');
  expect(site(`i/${number.replace('-', '/')}.html`)).toContain(NOTICE.title);
  expect(site('dept/agriculture/notices/index.html')).toContain(NOTICE.title);
  expect(site('dept/agriculture/notices/feed.xml')).toContain(NOTICE.title);
});

/** Where an entry lies on main: the year is that of its publication. */
async function publishedFolder(folder: string): Promise<string> {
  const year = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' }).slice(0, 4);
  return folder.replace(/\/\d{4}\//u, `/${year}/`);
}
