import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Examiners } from '../checks/engine/examiners.ts';
import { make } from '../checks/labelled/make/index.ts';
import { MainLibrary } from '../cms/office/main-library.ts';
import type { Preview } from '../cms/office/preview.ts';
import type { Store } from '../cms/office/store/store.ts';
import { personOf, review, TestOffice } from '../cms/office/store/testing/test-office.ts';
import { openPreview } from './preview.ts';
import { toReadText } from './read-text.ts';

const place = mkdtempSync(join(tmpdir(), 'gongkai-preview-'));
const office = new TestOffice();
const index = join(place, 'main.db');
const { repository } = office.options;
let store: Store;
let preview: Preview;
let base: string;

beforeAll(async () => {
  store = await office.open({ review });
  base = await store.main();
  preview = openPreview({ repository, index, clock: () => new Date('2026-11-27T02:05:00Z') });
});
afterAll(async () => {
  await store.close();
  office[Symbol.dispose]();
  rmSync(place, { recursive: true, force: true });
});

const FOLDER = 'entries/school/news/2026/20261126-abc234';
const entry = (fields: Record<string, unknown>, body = '正文第一段。') => Buffer.from(`---\n${dump(fields)}---\n\n${body}\n`);
const previewing = async (files: Record<string, Uint8Array | undefined>, folder = FOLDER) =>
  (await preview({ base, folder, files: Object.entries(files).map(([name, bytes]) => ({ path: `${folder}/${name}`, bytes })) })).html;
const textOf = (html: string) =>
  html
    .replace(/^[\s\S]*<body/u, '<body')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

test('the preview of a new entry is its page, with pictures and styles in it and nothing to follow', async () => {
  const picture = await make({ make: 'image', recipe: { lines: ['示意图'] } });
  const html = await previewing({
    'index.md': entry(
      { title: '新校舍开工', column: 'news', attachments: [{ file: 'plan.docx', title: '方案' }] },
      '见图。\n\n![示意图](map.png)\n\n[方案](plan.docx)',
    ),
    'map.png': picture,
    'plan.docx': await make({ make: 'docx', recipe: { body: ['方案正文。'] } }),
  });
  expect(html).toContain('<h1>新校舍开工</h1>');
  expect(textOf(html)).toContain('发布时间： 2026-11-27 10:05');
  expect(textOf(html)).toContain('索引号：发布时编定');
  expect(textOf(html)).toMatch(/附件下载 docx 方案 Word 文档 \d+ KB SHA-256/u);
  expect(html).toContain(`src="data:image/png;base64,${Buffer.from(picture).toString('base64')}"`);
  expect(html).toContain('src="data:image/svg+xml;base64,');
  expect(html).toMatch(/<style>[\s\S]{10000,}<\/style>/u);
  expect(html.match(/<link|srcset| href=| src="(?!data:)|99999/gu)).toBeNull();
});

test('a published entry keeps its number, and shows what is changed and what is not', async () => {
  const folder = 'entries/school/news/2026/202603-00001';
  const text = (await store.published(folder))!.text;
  const html = await previewing({ 'index.md': Buffer.from(text.replace('正文第一段。', '改过的一段。')) }, folder);
  expect(textOf(html)).toContain('改过的一段。 正文第二段。');
  expect(textOf(html)).toContain('索引号：990101003/202603-00001');
});

test.each([
  ['a value that is none', { 'index.md': entry({ title: '', column: 'none' }) }, FOLDER, ['“标题”']],
  [
    'a file that is missing',
    { 'index.md': entry({ title: '标题', column: 'news' }, '[图](a.png)') },
    FOLDER,
    ['“a.png”不在条目的文件夹里'],
  ],
  ['fields that are broken', { 'index.md': Buffer.from('---\ntitle: [\n---\n') }, FOLDER, ['现在还不能预览']],
  ['no file at all', {}, FOLDER, ['内容还没有填完']],
  ['a folder that is none', {}, 'entries/school', ['没有这样的条目']],
])('%s is told in words and is no error', async (_, files, folder, words) => {
  const text = textOf(await previewing(files as Record<string, Uint8Array>, folder));
  expect(text).toMatch(/^现在还不能预览 /u);
  for (const word of words) expect(text).toContain(word);
});

test('the library follows main, and what is asked of the one before stays answered', async () => {
  const library = new MainLibrary({ repository, index, main: () => store.main(), today: () => '2026-11-27' });
  const before = await library.at();
  expect(await library.at()).toBe(before);
  const head = await commitTitle('改过的标题');
  const [after, same] = await Promise.all([library.at(), library.at()]);
  expect(after).toBe(same);
  expect([before, after].map((each) => each.entry('990101003/202603-00001')?.data.title)).toEqual(['第1次教研活动', '改过的标题']);
  expect(await store.main()).toBe(head);
  library.close();
});

/** Moves main by a commit that gives an entry another title. */
async function commitTitle(title: string): Promise<string> {
  const editor = await personOf(store, 'school-editor');
  const path = 'entries/school/news/2026/202603-00001/index.md';
  const text = execFileSync('git', ['-C', repository, 'show', `main:${path}`], { encoding: 'utf8' });
  const id = await store.repository.writeBlob(Buffer.from(text.replace('第1次教研活动', title)));
  const tree = await store.repository.withItem(base, path, { mode: '100644', id });
  const commit = await store.repository.commit({ tree, parents: [base], message: '试验\n', author: editor, isSigned: false });
  await store.repository.move([{ ref: 'refs/heads/main', from: base, to: commit.id }]);
  return commit.id;
}

test('attachments are read with the place of every text, and what cannot be read says so', async () => {
  const examiners = new Examiners(1);
  const readText = toReadText(examiners);
  const rows = [
    ['姓名', '电话'],
    ['甲', '0900-5550001'],
  ];
  const sheet = await make({ make: 'xlsx', recipe: { sheets: [{ name: '名单', rows }] } });
  expect((await readText('名单.xlsx', sheet)).filter(({ isHidden }) => !isHidden)).toEqual([
    { where: '工作表“名单”的名称', text: '名单', isHidden: false },
    { where: '工作表“名单”A1', text: '姓名', isHidden: false },
    { where: '工作表“名单”B1', text: '电话', isHidden: false },
    { where: '工作表“名单”A2', text: '甲', isHidden: false },
    { where: '工作表“名单”B2', text: '0900-5550001', isHidden: false },
  ]);
  const [first] = await readText('坏.docx', sheet.slice(0, 500));
  expect(first).toEqual({ where: '整个附件', text: '文件损坏，文字读不完整。', isHidden: false });
  examiners.close();
});
