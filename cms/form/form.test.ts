import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { bundleForm } from './bundle.ts';
import { launch } from './testing/chromium.ts';
import { MemoryOffice } from './testing/memory-office.ts';

const CONTENT = fileURLToPath(new URL('../../content/', import.meta.url));
const NOTICE = 'entries/agriculture/notice/2026/202608-00001';

let browser: Browser;
let office: MemoryOffice;
let page: Page;
let wrong: string[] = [];

beforeAll(async () => {
  const bundle = await bundleForm(join(tmpdir(), 'gongkai-form-bundles'));
  browser = await launch();
  office = await MemoryOffice.open(
    { account: 'yu-xiaohe', name: '蔚小禾', units: ['agriculture', 'county', 'chaling', 'education'] },
    bundle,
  );
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', serviceWorkers: 'block' });
  page = await context.newPage();
  page.on('dialog', (dialog) => dialog.accept());
  page.on('pageerror', ({ message }) => wrong.push(message));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('request', (request) =>
    wrong.push(...[request.url()].filter((url) => !url.startsWith(office.origin) && !/^(?:data|blob|about):/u.test(url))),
  );
  await page.goto(`${office.origin}/edit`);
  await page.getByPlaceholder('检索标题').waitFor();
});
afterAll(async () => {
  await browser.close();
  office.close();
});

beforeEach(() => {
  office.reset();
  wrong = [];
});
/** Nothing goes wrong in the page, and nothing is loaded from elsewhere. Refusals of the office are told by the browser too. */
afterEach(() => expect(wrong.filter((said) => !/^(?:Failed to load resource: .* 4(?:04|09|22) |Object$)/u.test(said))).toEqual([]));

/** Goes to an entry by way of its list: Decap keeps the old form when it is led from one entry straight to another. */
async function go(hash: string) {
  const move = (to: string) => page.evaluate((place) => location.assign(`#/${place}`), to);
  await move('workflow');
  await page.getByRole('heading', { name: '我的稿件' }).waitFor();
  await move(hash);
  if (/entries|new/u.test(hash)) await page.locator('.gk-body').filter({ visible: true }).first().waitFor();
}

const toHash = (folder: string) => {
  const [, unit, type, year, slug] = folder.split('/');
  return `collections/${unit}_${type}/entries/${year}/${slug}/index`;
};

const field = (label: string) => page.locator(`label:text-is("${label}")`).locator('xpath=ancestor::*[@aria-label][1]');
const save = async () => {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('没有改动').waitFor();
};

/** Latin words that a reader of official Chinese knows. */
const KNOWN = new Set(['KB', 'MB', 'Word', 'WPS', 'https', 'CSV', 'PDF', 'AI', 'APP', 'VIP']);

/** Everything that can be read or heard on the page, apart from what the entry itself says. */
async function readLatin(): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const said: string[] = [];
    for (const element of document.querySelectorAll('body *:not(script, style, iframe)')) {
      if (element.closest('.ProseMirror, .gk-file, .gk-found')) continue;
      for (const name of ['title', 'aria-label', 'placeholder', 'alt']) said.push(element.getAttribute(name) ?? '');
      for (const child of element.childNodes) if (child.nodeType === Node.TEXT_NODE) said.push(child.textContent ?? '');
    }
    return said;
  });
  const words = texts.flatMap((text) => text.match(/[A-Za-z]{2,}/gu) ?? []);
  return [...new Set(words)].filter((word) => !KNOWN.has(word));
}

test('every type opens without a change, without an error, and in Chinese', async () => {
  const seen = new Set<string>();
  for (const [folder, { text }] of office.published) {
    const type = folder.split('/')[2]!;
    if (seen.has(type)) continue;
    seen.add(type);
    await go(toHash(folder));
    await page.waitForTimeout(400);
    expect(await page.getByRole('button', { name: '保存', exact: true }).isDisabled(), `${type} ${text.slice(0, 60)}`).toBe(true);
    expect(await readLatin(), type).toEqual([]);
    await go(`collections/${folder.split('/')[1]}_${type}/new`);
    expect(await readLatin(), type).toEqual([]);
  }
  expect([...seen].sort()).toEqual(
    'annual-report consultation dataset disclosure guide interpretation letter news nil-statement notice page policy public-list recruitment'.split(
      ' ',
    ),
  );
  expect(office.asked).toEqual([]);
});

test('a new notice with an attachment is saved, opened again, changed and submitted', async () => {
  await go('collections/agriculture_notice/new');
  await field('标题').locator('input').fill('关于做好秋冬种工作的通知');
  await field('栏目').locator('select').selectOption({ label: '通知公告' });
  await field('联系电话（选填）').locator('input').fill('12345678901');
  await page.locator('.ProseMirror').click();
  await page.keyboard.insertText('各乡镇人民政府：');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('现就有关事项通知如下。');
  await field('附件（选填）')
    .locator('input[type=file]')
    .setInputFiles([{ name: '附件 1 申报表.docx', mimeType: 'application/octet-stream', buffer: Buffer.alloc(50_000, 1) }]);
  expect(await field('联系电话（选填）').locator('.gk-fault').innerText()).toBe(
    '“联系电话”的写法不对。写办公电话并带区号，例如 0900-5550101。',
  );
  await save();
  const [folder, draft] = [...office.drafts][0]!;
  expect(folder).toMatch(/^entries\/agriculture\/notice\/20\d\d\/20\d{4}-[0-9a-z]{7}$/u);
  expect(draft.text).toBe(`---
title: 关于做好秋冬种工作的通知
column: notices
attachments:
  - file: 附件-1-申报表.docx
    title: 附件 1 申报表
contact_phone: '12345678901'
---

各乡镇人民政府：

现就有关事项通知如下。
`);
  expect(office.sent[0]!.names).toEqual(['附件-1-申报表.docx']);

  await page.waitForURL(/entries/u);
  await field('联系电话（选填）').locator('input').fill('0900-5550112');
  await save();
  expect(office.sent[1]!.names).toEqual([]);
  expect(office.sent[1]!.bytes).toBeLessThan(5_000);
  expect(office.drafts.get(folder)!.text).toContain('contact_phone: 0900-5550112\n');

  await go(toHash(folder));
  await page.getByRole('button', { name: '状态：草稿' }).click();
  await page.getByRole('menuitem', { name: '待审核' }).click();
  await page.getByRole('button', { name: '状态：待审核' }).waitFor();
  expect(office.drafts.get(folder)!.status).toBe('pending_review');
  await go('workflow');
  await page.getByText('关于做好秋冬种工作的通知').waitFor();
  expect(await readLatin()).toEqual([]);
});

test('what the checks refuse stands beside the form until it is mended', async () => {
  office.check = (text) =>
    text.includes('身份证')
      ? [{ effect: 'refuse', where: '正文第 1 行', message: '有身份证号码。删去，或者只留后四位。' }]
      : [{ effect: 'warn', where: '标题', message: '标题里有叠字。核对。' }];
  await go(toHash(NOTICE));
  await page.locator('.ProseMirror p').first().click();
  await page.keyboard.press('Home');
  await page.keyboard.insertText('身份证');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.locator('.gk-findings >> text=改好才能保存').waitFor();
  expect(await page.locator('.gk-findings').innerText()).toBe(
    '检查结果 1 条\n改好才能保存\n正文第 1 行　有身份证号码。删去，或者只留后四位。',
  );
  expect(office.drafts.size).toBe(0);
  expect(await page.locator('.ProseMirror p').first().innerText()).toContain('身份证');
  await page.locator('.ProseMirror p').first().click();
  await page.keyboard.press('Home');
  for (let i = 0; i < 3; i++) await page.keyboard.press('Delete');
  await page.keyboard.insertText('全县');
  await page.waitForTimeout(300);
  await save();
  expect(await page.locator('.gk-findings').innerText()).toBe('检查结果 1 条\n提醒，会随稿件送给审核的人\n标题　标题里有叠字。核对。');
  expect(office.drafts.get(NOTICE)!.text).toBe(
    readFileSync(join(CONTENT, NOTICE, 'index.md'), 'utf8').replace('各乡镇人民政府，各茶', '全县各乡镇人民政府，各茶'),
  );
});

test('who else has the entry open is told, and a conflict is settled field by field', async () => {
  office.others = ['佟植田'];
  await go(toHash(NOTICE));
  await page.getByText('由佟植田编辑中。').waitFor();
  office.saveAs('佟植田', NOTICE, (text) => text.replace('0900-5550112', '0900-5550113').replace('8月10日至9月10日受理', '8月受理'));
  await field('联系人（选填）').locator('input').fill('茶叶股');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const dialog = page.locator('.gk-conflict');
  await dialog.waitFor();
  expect(await dialog.locator('legend').allInnerTexts()).toEqual(['联系人（选填）', '联系电话（选填）', '内容概述（选填）']);
  await dialog.getByRole('group', { name: '联系电话' }).getByText('佟植田写的').click();
  await dialog.getByRole('button', { name: '就这样' }).click();
  await save();
  const { text } = office.drafts.get(NOTICE)!;
  expect(text).toContain('contact: 茶叶股\ncontact_phone: 0900-5550113\nsummary: 8月10日至9月10日受理');
});

test.each(['茶', '申报'])('search finds %s', async (word) => {
  await go('collections/agriculture_notice');
  await page.getByPlaceholder('检索标题').fill(word);
  await page.keyboard.press('Enter');
  await page.getByText('关于申报2026年度云雾茶产业奖补项目的通知').waitFor();
});

const HARD = readFileSync(new URL('./testing/hard-body.md', import.meta.url), 'utf8');

/** Opens the notice with another body; gives what is stored after the work and a save. */
async function edit(body: string, work: () => Promise<void>): Promise<string> {
  const notice = office.published.get(NOTICE)!;
  const head = notice.text.slice(0, notice.text.indexOf('\n---\n') + 5);
  office.published.set(NOTICE, { ...notice, text: `${head}${body}` });
  await go(toHash(NOTICE));
  await page.locator('.ProseMirror, .gk-source').first().waitFor();
  await page.waitForTimeout(300);
  expect(await page.getByRole('button', { name: '保存', exact: true }).isDisabled()).toBe(true);
  await work();
  await page.waitForTimeout(300);
  await save();
  return office.drafts.get(NOTICE)!.text.slice(head.length);
}

test('what is not touched keeps its bytes: footnotes, escaped pipes, alignment, merged cells, lists', async () => {
  const stored = await edit(HARD, async () => {
    await page.locator('.ProseMirror p', { hasText: '第一段' }).click();
    await page.keyboard.press('End');
    await page.keyboard.insertText('加一句。');
  });
  expect(stored).toBe(HARD.replace('第一段。', '第一段。加一句。'));
});

test('a cell with a bar and a footnote that are changed stay what they are', async () => {
  const stored = await edit(HARD, async () => {
    await page.locator('.ProseMirror td', { hasText: '甲|乙' }).click();
    await page.keyboard.press('End');
    await page.keyboard.insertText('|丙');
    await page.locator('.ProseMirror dd').first().locator('p').click();
    await page.keyboard.press('End');
    await page.keyboard.insertText('（二）');
  });
  const table = `| 名称      |  数量 |   备注  |
| :------ | --: | :---: |
| 甲\\|乙\\|丙 | 1.5 | **粗** |
| 丁       |  12 |       |
`;
  expect(stored).toBe(HARD.replace(/\| 名称 [\s\S]*? 12 \| \|\n/u, table).replace('脚注。', '脚注。（二）'));
});

test('what the editor cannot hold can be changed in its source only', async () => {
  const body = '\n第一段。\n\n```csv 带说明\n甲,乙\n```\n\n第二段。\n';
  let refused = '';
  const stored = await edit(body, async () => {
    refused = await page.locator('.gk-body .gk-fault').innerText();
    await page.getByLabel('正文源文').fill(body.replace('第二段', '改过的第二段'));
  });
  expect(refused).toBe('正文里“```csv 带说明 甲,乙 ```”这一段的写法，排版编辑器保持不住。在源文里修改，其余内容不会变。');
  expect(stored).toBe(body.replace('第二段', '改过的第二段'));
});

test.each([
  ['word.clip', 'word.md'],
  ['wps.clip', 'wps.md'],
])('tables and lists pasted from %s stay', async (pasted, expected) => {
  const html = readFileSync(new URL(`./testing/${pasted}`, import.meta.url), 'utf8');
  const stored = await edit('\n', async () => {
    await page.locator('.ProseMirror').click();
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text/html', text);
      data.setData('text/plain', '…');
      document
        .querySelector('.ProseMirror')!
        .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, html);
  });
  expect(stored).toBe(readFileSync(new URL(`./testing/${expected}`, import.meta.url), 'utf8'));
});
