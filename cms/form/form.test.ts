import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Review, ReviewFinding } from '../office/review.ts';
import { bundleForm } from './bundle.ts';
import { launch } from './testing/chromium.ts';
import { CONTENT, SampleOffice } from './testing/sample-office.ts';
import { choose, clickSave, dropAttachments, fieldOf, goTo, save, toHash } from './testing/steps.ts';

/** Longest wait for anything in the browser, in milliseconds. */
const PATIENCE = 60_000;
const NOTICE = 'entries/agriculture/notice/2026/202608-00001';

let browser: Browser;
let office: SampleOffice;
let page: Page;
let wrong: string[] = [];

beforeAll(async () => {
  const bundle = await bundleForm();
  browser = await launch();
  office = await SampleOffice.open({
    bundle,
    editor: { id: 'yu-xiaohe', units: ['county', 'chaling', 'education'] },
    preview: async ({ files }) => ({ html: `<!doctype html><pre>${Buffer.from(files.at(-1)!.bytes!)}</pre>` }),
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', serviceWorkers: 'block' });
  context.setDefaultTimeout(PATIENCE);
  page = await context.newPage();
  page.on('dialog', (dialog) => dialog.accept());
  page.on('pageerror', ({ message }) => wrong.push(message));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('request', (request) =>
    wrong.push(...[request.url()].filter((url) => !url.startsWith(office.origin) && !/^(?:data|blob|about):/u.test(url))),
  );
  await office.logIn(page, 'yu-xiaohe');
});
afterAll(async () => {
  await browser.close();
  await office.close();
});

beforeEach(async () => {
  await office.reset();
  wrong = [];
});
/** Nothing goes wrong in the page, and nothing is loaded from elsewhere. Refusals of the office are told by the browser too. */
afterEach(() => expect(wrong.filter((said) => !/^(?:Failed to load resource: .* 4(?:00|04|09|22) |Object$)/u.test(said))).toEqual([]));

const go = (hash: string) => goTo(page, hash);
const field = (label: string) => fieldOf(page, label);

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

/** All refs of the repository: they move with every change. */
const refs = () => office.parts.store.repository.git.line(['for-each-ref']);
const drafts = () => office.parts.store.drafts();

test('every type opens without a change, without an error, and in Chinese', async () => {
  const before = await refs();
  const library = await office.parts.library.at();
  const { person } = (await (await page.request.get(`${office.origin}/api/content/settings`)).json()) as { person: { units: string[] } };
  const seen = new Set<string>();
  for (const { folder, unit, type } of library.stored.entries()) {
    if (seen.has(type) || !person.units.includes(unit)) continue;
    seen.add(type);
    await go(toHash(folder));
    await page.waitForTimeout(400);
    expect(await page.getByRole('button', { name: '保存', exact: true }).isDisabled(), folder).toBe(true);
    expect(await readLatin(), type).toEqual([]);
    await go(`collections/${unit}_${type}/new`);
    expect(await readLatin(), type).toEqual([]);
  }
  expect([...seen].sort()).toEqual(
    'annual-report consultation dataset disclosure guide interpretation letter news nil-statement notice page policy public-list recruitment'.split(
      ' ',
    ),
  );
  expect(await refs()).toBe(before);
}, 300_000);

test('a new notice with an attachment is saved, opened again, changed and submitted', async () => {
  await go('collections/agriculture_notice/new');
  await field('标题').locator('input').fill('关于做好秋冬种工作的通知');
  await field('栏目').locator('select').selectOption({ label: '通知公告' });
  await field('联系电话（选填）').locator('input').fill('12345678901');
  await page.locator('.ProseMirror').click();
  await page.keyboard.insertText('各乡镇人民政府：');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('现就有关事项通知如下。');
  await dropAttachments(page, [{ name: '附件 1 申报表.docx', bytes: Buffer.alloc(50_000, 'A') }]);
  await page.getByText('50 KB，保存后上传').waitFor();
  await page.frameLocator('iframe').getByText('“附件-1-申报表.docx”还没有保存，保存以后在页面上显示。').waitFor();
  await page.frameLocator('iframe').frameLocator('iframe').getByText("contact_phone: '12345678901'\n---\n\n各乡镇人民政府：").waitFor();
  expect(await field('联系电话（选填）').locator('.gk-fault').innerText()).toBe(
    '“联系电话”的写法不对。写办公电话并带区号，例如 0900-5550101。',
  );
  await save(page);
  await page.getByText('50 KB', { exact: true }).waitFor();
  await page.frameLocator('iframe').frameLocator('iframe').getByText('- file: 附件-1-申报表.docx').waitFor();
  const [draft] = await drafts();
  const { folder } = draft!;
  expect(folder).toMatch(/^entries\/agriculture\/notice\/20\d\d\/20\d{6}-[2-9a-z]{6}$/u);
  expect(draft!.text).toBe(`---
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
  expect(draft!.files.map(({ name }) => name)).toEqual(['index.md', '附件-1-申报表.docx']);
  expect(office.sent[0]!.names).toEqual(['附件-1-申报表.docx']);

  await page.waitForURL(/entries/u);
  await field('联系电话（选填）').locator('input').fill('0900-5550112');
  await save(page);
  expect(office.sent[1]!.names).toEqual([]);
  expect(office.sent[1]!.bytes).toBeLessThan(5_000);
  expect(await office.textOf(folder)).toContain('contact_phone: 0900-5550112\n');

  await go(toHash(folder));
  const loading = page.waitForEvent('download');
  await page.getByRole('link', { name: '附件-1-申报表.docx' }).click();
  expect((await loading).suggestedFilename()).toBe('附件-1-申报表.docx');
  await choose(page, '草稿', '待审核');
  await go('workflow');
  await page.getByText('关于做好秋冬种工作的通知').waitFor();
  expect(await readLatin()).toEqual([]);

  await go(toHash(folder));
  await page.setViewportSize({ width: 390, height: 844 });
  await vi.waitFor(async () => expect((await page.locator('[class*="-PreviewPaneFrame"]').boundingBox())?.width).toBe(390));
  await go('collections/agriculture_notice');
  await page.getByText('正在办理的稿件').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('a correction says what was wrong; a new entry has nothing to correct', async () => {
  await go(toHash(NOTICE));
  await field('更正说明（选填）').locator('input, textarea').fill('原来的受理时间写错了，应为上午九时。');
  await save(page);
  await choose(page, '草稿', '待审核');
  const [draft] = await drafts();
  expect(draft!.text).toContain('correction: 原来的受理时间写错了，应为上午九时。\n');
  await go('collections/agriculture_notice/new');
  await field('标题').locator('input').fill('关于做好秋冬种工作的通知');
  await field('更正说明（选填）').locator('input, textarea').fill('没有可以改正的。');
  await clickSave(page);
  await page.locator('.gk-findings').getByText('“更正说明”用来改正网上已有的内容，这条现在不在网上。删去更正说明再保存。').waitFor();
  expect(await drafts()).toHaveLength(1);
});

test('what is handed in can be taken back, and what was sent back says why and where', async () => {
  await office.saveAs('yu-xiaohe', NOTICE, (text) => text.replace('受理', '接收'));
  await go(toHash(NOTICE));
  await choose(page, '草稿', '待审核');
  await page.getByText('已经提交审核').first().waitFor();
  await choose(page, '待审核', '草稿');
  await page.getByText('已经收回，可以修改').waitFor();
  await choose(page, '草稿', '待审核');
  const { store, workflow } = office.parts;
  const { version } = (await store.draft(NOTICE))!;
  const reviewer = (await store.people()).get('mu-qingru')!;
  await workflow.sendBack(reviewer, { folder: NOTICE, version }, '受理时间和去年的一样，核对以后再报。', '正文');
  await go('workflow');
  await page.getByText('蔚小禾（已退回）').waitFor();
  await go(toHash(NOTICE));
  const said = await page.locator('.gk-findings').innerText();
  expect(said.replace(/20\d\d年\d+月\d+日 \d\d:\d\d/u, '某时')).toBe(
    '牧清如退回，某时\n\n正文　受理时间和去年的一样，核对以后再报。\n\n按意见改好，保存，再提交审核。',
  );
  await field('联系人（选填）').locator('input').fill('茶叶股');
  await save(page);
  await page.locator('.gk-returned').waitFor();
  await choose(page, '草稿', '待审核');
  await page.locator('.gk-returned').waitFor({ state: 'hidden' });
  expect((await store.draft(NOTICE))!.acts.map(({ kind }) => kind)).toEqual('save submit recall submit return save submit'.split(' '));
});

test('a draft of an entry that was withdrawn meanwhile is saved as it is', async () => {
  const folder = 'entries/agriculture/notice/2026/202602-00001';
  await office.saveAs('yu-xiaohe', folder, (text) => text.replace(/title: .*/u, 'title: 改正的标题'));
  const { store, workflow } = office.parts;
  const { version } = (await store.published(folder))!;
  await workflow.withdraw((await store.people()).get('kan-jichuan')!, { folder, version, reason: '日期有误' });
  await go(toHash(folder));
  const said = async () => (await page.locator('.gk-returned').innerText()).replace(/20\d\d-\d\d-\d\d \d\d:\d\d/u, '某时');
  const words = '这条内容已由阚霁川于某时撤稿，原因是“日期有误”。\n\n';
  expect(await said()).toBe(`${words}要重新发布的，改好以后保存，再提交审核。没有要改的，先点“不改文字”，再保存、提交。\n\n不改文字`);
  await page.getByRole('button', { name: '不改文字' }).click();
  await save(page);
  expect(await said()).toBe(`${words}这份稿件签齐以后，会重新发布到网上。`);
  await choose(page, '草稿', '待审核');
  expect(await office.textOf(folder)).toContain('title: 改正的标题');
});

test('an unsaved entry is shown as a page, and nothing of it is kept', async () => {
  const before = await refs();
  await go(toHash(NOTICE));
  await field('标题').locator('input').fill('还没有保存的标题');
  await page.frameLocator('iframe').frameLocator('iframe').getByText('title: 还没有保存的标题').waitFor();
  expect(await refs()).toBe(before);
});

test('a fault of the page itself is told in Chinese, and in its own words on the console', async () => {
  const broken = (what: string) => page.route(`**/api/content/${what}`, (route) => route.fulfill({ json: {} }));
  await go(toHash(NOTICE));
  await field('标题').locator('input').fill('保存不了的标题');
  await broken('entry');
  await clickSave(page);
  await page.getByText('编辑页面出错，没有办成。先把没有保存的文字复制出来，刷新页面再试；还是不行，告诉县信息办。').waitFor();
  await broken('settings');
  await page.reload();
  await page.getByText('编辑页面打不开。刷新页面再试；还是打不开，告诉县信息办。').waitFor();
  expect(wrong.filter((said) => said.includes('TypeError')).length).toBeGreaterThan(1);
  wrong = [];
  await page.unrouteAll();
  await page.reload();
});

/** Checks that find one thing in the text that holds a word. */
const finding =
  (word: string, found: Pick<ReviewFinding, 'rule' | 'severity' | 'where' | 'message' | 'excerpt'>): Review =>
  async ({ files }) => ({
    findings: files
      .filter(({ bytes }) => Buffer.from(bytes ?? '').includes(word))
      .map(({ path }) => ({ ...found, file: path, basis: [{ law: '个人信息保护法', article: '第二十八条' }], fingerprint: '' })),
  });

test('what the checks refuse stands beside the form until it is mended', async () => {
  const number = {
    rule: 'privacy/id-number',
    severity: 'block',
    where: '“正文”',
    message: '有身份证号码。删去。',
    excerpt: '身**',
  } as const;
  const doubled = { rule: 'wording/doubled', severity: 'warn', where: '“标题”', message: '标题里有叠字。核对。', excerpt: '' } as const;
  const [refusing, warning] = [finding('身份证', number), finding('标题', doubled)];
  office.review = async (change) => {
    const { findings } = await refusing(change);
    return findings.length > 0
      ? { findings }
      : warning({ ...change, files: change.files.map((file) => ({ ...file, bytes: Buffer.from('标题') })) });
  };
  await go(toHash(NOTICE));
  await page.locator('.ProseMirror p').first().click();
  await page.keyboard.press('Home');
  await page.keyboard.insertText('身份证');
  await clickSave(page);
  await page.locator('.gk-findings >> text=改好才能保存').waitFor();
  expect(await page.locator('.gk-findings').innerText()).toBe(
    '检查结果 1 条\n改好才能保存\n正文　身**　有身份证号码。删去。\n依据：《个人信息保护法》第二十八条',
  );
  expect(await drafts()).toEqual([]);
  expect(await page.locator('.ProseMirror p').first().innerText()).toContain('身份证');
  expect(await stored()).toEqual([]);
  await dropAttachments(page, [{ name: '工具.exe', bytes: Buffer.from('MZ') }]);
  await clickSave(page);
  await page.locator('.gk-findings >> text=工具.exe').waitFor();
  expect(await page.locator('.gk-findings').innerText()).toBe(
    '检查结果 1 条\n改好才能保存\n附件“工具.exe”是网页或者程序，打开就会运行，不能放到网上。换成 PDF、OFD、Word 或者 Excel。',
  );
  await field('附件（选填）').getByRole('button', { name: '删除' }).last().click();
  await page.locator('.ProseMirror p').first().click();
  await page.keyboard.press('Home');
  for (let i = 0; i < 3; i++) await page.keyboard.press('Delete');
  await page.keyboard.insertText('全县');
  await page.waitForTimeout(300);
  await save(page);
  await vi.waitFor(async () => expect(await page.locator('.Toastify__toast--error').count()).toBe(0), 3000);
  const warned = '检查结果 1 条\n提醒，会随稿件送给审核的人\n标题　标题里有叠字。核对。\n依据：《个人信息保护法》第二十八条';
  expect(await page.locator('.gk-findings').innerText()).toBe(warned);
  expect(await office.textOf(NOTICE)).toBe(
    readFileSync(join(CONTENT, NOTICE, 'index.md'), 'utf8').replace('各乡镇人民政府，各茶', '全县各乡镇人民政府，各茶'),
  );
  await go(toHash(NOTICE));
  expect(await page.locator('.gk-findings').innerText()).toBe(warned);
  // What an earlier version left on the computer is gone at the login page.
  const fresh = await (await browser.newContext()).newPage();
  await fresh.goto(`${office.origin}/login`);
  await fresh.evaluate(() => new Promise<void>((done) => indexedDB.open('localforage').addEventListener('success', () => done())));
  expect(await stored(fresh)).toEqual(['localforage']);
  await fresh.reload();
  await vi.waitFor(async () => expect(await stored(fresh)).toEqual([]));
  await fresh.context().close();
});

/** Databases that a page has on the computer's disk. */
const stored = (on = page) => on.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

test('who else has the entry open is told, and a conflict is settled field by field', async () => {
  const other = await (await browser.newContext()).newPage();
  other.setDefaultTimeout(PATIENCE);
  await office.logIn(other, 'tong-zhitian');
  await goTo(other, toHash(NOTICE));
  await go(toHash(NOTICE));
  await page.getByText('佟植田正在编辑这条内容。').waitFor();
  await other.close();
  const change = (text: string) => text.replace('0900-5550112', '0900-5550113').replace('8月10日至9月10日受理', '8月受理');
  await office.saveAs('tong-zhitian', NOTICE, change);
  await field('联系人（选填）').locator('input').fill('茶叶股');
  await clickSave(page);
  const dialog = page.locator('.gk-conflict');
  await dialog.waitFor();
  expect(await dialog.locator('legend').allInnerTexts()).toEqual(['联系人（选填）', '联系电话（选填）', '内容概述（选填）']);
  expect(await dialog.locator(':checked').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))).toEqual([
    'mine',
    'theirs',
    'theirs',
  ]);
  await dialog.getByRole('group', { name: '内容概述' }).getByText('我写的').click();
  await dialog.getByRole('button', { name: '确定' }).click();
  await save(page);
  expect(await office.textOf(NOTICE)).toContain('contact: 茶叶股\ncontact_phone: 0900-5550113\nsummary: 8月10日至9月10日受理');
  const { store } = office.parts;
  await store.discard((await store.people()).get('tong-zhitian')!, (await store.draft(NOTICE))!);
  await field('联系人（选填）').locator('input').fill('茶叶站');
  await clickSave(page);
  await dialog.waitFor();
  expect((await dialog.locator('h2, p').allInnerTexts()).map((line) => line.replace(/20\S+ \d\d:\d\d/u, '某时'))).toEqual([
    '佟植田丢弃了这份稿件',
    '佟植田已于某时丢弃这份稿件，没有保存。要保留您写的，先点“确定”，再点“保存”，稿件重新建立；不要了的，点“先不处理”，离开这一页。',
  ]);
  await dialog.getByRole('button', { name: '确定' }).click();
  await save(page);
  expect(await office.textOf(NOTICE)).toContain('contact: 茶叶站\ncontact_phone: 0900-5550113');
});

test('an entry that another refers to is told by its title, and the right one stays when one is taken out', async () => {
  await go('collections/agriculture_interpretation/new');
  const rows = field('解读的文件').locator('.gk-row');
  for (const [at, words] of ['云雾茶产业奖补资金', '990101000/202503-00004'].entries()) {
    await field('解读的文件').getByRole('button', { name: '添加' }).click();
    await rows.nth(at).locator('input').fill(words);
  }
  await rows.first().locator('.gk-found button').first().click();
  await rows.first().getByText('清岚县云雾茶产业奖补资金实施细则　农业农村局').waitFor();
  const second = '清岚县人民政府印发《关于促进清岚云雾茶产业高质量发展的若干措施》的通知　县政府';
  await rows.nth(1).getByText(second).waitFor();
  await rows.first().getByRole('button', { name: '删除' }).click();
  await rows.first().getByText(second).waitFor();
  expect(await rows.first().locator('input').inputValue()).toBe('990101000/202503-00004');
  await rows.first().locator('input').fill('没有这样的标题');
  await rows.first().getByText('网上没有标题里有这些字的内容。换个词，或者填索引号。').waitFor();
});

test.each(['茶', '申报'])('search finds %s and leaves out the rest', async (word) => {
  await go('collections/agriculture_notice');
  const other = page.getByText('关于2026年岚江清岚段禁渔期的通告');
  await other.waitFor();
  await page.getByPlaceholder('检索标题').fill(word);
  await page.keyboard.press('Enter');
  await page.waitForURL(/search/u);
  await page.getByText('关于申报2026年度云雾茶产业奖补项目的通知').waitFor();
  expect(await other.count()).toBe(0);
});

/** Writes as with an input method. */
async function compose(steps: readonly string[], chosen: string) {
  const devtools = await page.context().newCDPSession(page);
  for (const text of steps)
    await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await devtools.send('Input.insertText', { text: chosen });
  await devtools.detach();
}

test('what is composed with an input method arrives once', async () => {
  await go('collections/agriculture_notice/new');
  await field('标题').locator('input').click();
  await compose(['g', 'guan', 'guan yu'], '关于');
  await compose(['t', 'tong zhi'], '通知');
  await page.locator('.ProseMirror').click();
  await compose(['x', 'xian jiu'], '现就');
  await compose(['sh', 'shi xiang'], '事项');
  await page.waitForTimeout(300);
  // Whoever is used to it clicks twice.
  await page.getByRole('button', { name: '保存', exact: true }).dblclick();
  await page.getByText('没有改动').waitFor();
  await page.waitForTimeout(300);
  expect(await drafts()).toHaveLength(1);
  expect((await drafts())[0]!.text).toBe('---\ntitle: 关于通知\n---\n\n现就事项\n');
});

const HARD = readFileSync(new URL('./testing/hard-body.md', import.meta.url), 'utf8');

/** Opens the notice with another body; gives what is stored after the work and a save. */
async function edit(body: string, work: () => Promise<void>): Promise<string> {
  const toHead = (text: string) => text.slice(0, text.indexOf('\n---\n') + 5);
  await office.saveAs('tong-zhitian', NOTICE, (text) => `${toHead(text)}${body}`);
  await go(toHash(NOTICE));
  await page.locator('.ProseMirror, .gk-source').first().waitFor();
  await page.waitForTimeout(300);
  expect(await page.getByRole('button', { name: '保存', exact: true }).isDisabled()).toBe(true);
  await work();
  await page.waitForTimeout(300);
  await save(page);
  const stored = await office.textOf(NOTICE);
  return stored.slice(toHead(stored).length);
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

test('one writes on below a table that ends the text', async () => {
  const table = '\n| 甲   |\n| :-- |\n| 乙   |\n';
  const stored = await edit(table, async () => {
    await page.locator('.ProseMirror td').click();
    await page.locator('.ProseMirror > p').click();
    await compose(['t', 'te ci'], '特此通知。');
  });
  expect(stored).toBe(`${table}\n特此通知。\n`);
});

test('a picture is inserted with a description, and what cannot be taken is told', async () => {
  const told = () => page.locator('.gk-body .gk-fault').innerText();
  const chosen = page.locator('.gk-tool input');
  const stored = await edit('\n第一段。\n', async () => {
    await page.locator('.ProseMirror p').click();
    await page.keyboard.press('End');
    await chosen.setInputFiles({ name: '申报表.docx', mimeType: '', buffer: Buffer.from('PK') });
    expect(await told()).toBe('“申报表.docx”不是网页上能显示的图片。换成 JPG、PNG、WEBP 或者 GIF 图片；文件放到“附件”里。');
    await chosen.setInputFiles({ name: 'IMG_0012.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('jpeg') });
    await page.locator('.gk-link').getByLabel('图片说明').fill('茶农在封园');
    await page.getByRole('button', { name: '插入', exact: true }).click();
    await page.frameLocator('iframe').frameLocator('iframe').getByText('第一段。（图片：茶农在封园）').waitFor();
    await page.getByRole('button', { name: '链接', exact: true }).click();
    await page.getByLabel('网址', { exact: true }).fill('www.test.gov.example');
    await page.keyboard.press('Enter');
    expect(await told()).toBe('网址要以 https:// 或者 / 开头。补上再点“确定”。');
    await page.getByLabel('网址', { exact: true }).fill('');
    await page.keyboard.press('Enter');
  });
  expect(stored).toBe('\n第一段。![茶农在封园](IMG_0012.jpg)\n');
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
