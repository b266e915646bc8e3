import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDocx, p, t } from '../testing/make-docx.ts';
import { type Batch, importFiles } from './import-files.ts';

const RULES =
  '云岭县网站管理办法\n第一条 为规范网站管理，制定本办法。\n第二条 本办法自2019年5月1日起施行。\n云岭县人民政府\n2019年4月2日\n';
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gongkai-import-'));
  mkdirSync(join(root, 'old/files'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(root, 'old', name), content);
const run = (more: Partial<Batch> = {}) =>
  importFiles({
    paths: [join(root, 'old')],
    content: join(root, 'content'),
    unit: 'county',
    column: 'policies',
    today: '2026-11-22',
    dryRun: false,
    ...more,
  });
const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
const said = (outcomes: Awaited<ReturnType<typeof run>>) =>
  outcomes.map((outcome) => `${outcome.file.slice(root.length + 5)} ${outcome.state}${'reason' in outcome ? ` ${outcome.reason}` : ''}`);

test('a document is written into the year it was made, with its fields in the order of the model', async () => {
  put('rules.txt', RULES);
  await run();
  expect(filesIn('content')).toEqual([expect.stringMatching(/^content\/entries\/county\/policy\/2019\/import-[0-9a-f]{12}\/index\.md$/u)]);
  expect(readFileSync(join(root, filesIn('content')[0]!), 'utf8')).toBe(`---
title: 云岭县网站管理办法
column: policies
imported:
  'on': '2026-11-22'
document_kind: measures
issuers:
  - 云岭县人民政府
document_date: '2019-04-02'
effective_on: '2019-05-01'
---

**第一条** 为规范网站管理，制定本办法。

**第二条** 本办法自2019年5月1日起施行。

云岭县人民政府

2019年4月2日
`);
});

test('a document without a date goes into the year of the import', async () => {
  put('news.txt', '县里修好了三条路\n三条村道昨天全部通车，方便了两千多名群众出行。\n');
  expect((await run()).map((outcome) => ('folder' in outcome ? outcome.folder.slice(root.length, -12) : ''))).toEqual([
    '/content/entries/county/news/2026/import-',
  ]);
});

test('an entry that is there is never overwritten, whatever was changed in it since', async () => {
  put('rules.txt', RULES);
  await run();
  const file = join(root, filesIn('content')[0]!);
  writeFileSync(file, '已经改好的条目');
  expect(said(await run({ today: '2027-01-01' }))).toEqual(['rules.txt exists']);
  expect(readFileSync(file, 'utf8')).toBe('已经改好的条目');
  expect(filesIn('content')).toHaveLength(1);
});

test('a dry run writes nothing', async () => {
  put('rules.txt', RULES);
  expect(said(await run({ dryRun: true }))).toEqual(['rules.txt imported']);
  expect(readdirSync(root)).toEqual(['old']);
});

test('files that cannot be read stop no other', async () => {
  put('a-empty.txt', '');
  put('b-bomb.docx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]));
  put('c-rules.txt', RULES);
  put('d-scan.pdf', '%PDF-1.4');
  put('e-table.xlsx', 'x');
  put('.hidden.txt', RULES);
  put('f-good.docx', makeDocx({ body: p(t('县里修好了三条路')) + p(t('三条村道昨天全部通车，方便了两千多名群众出行。')) }));
  symlinkSync('..', join(root, 'old/g-loop'));
  symlinkSync('/etc/hostname', join(root, 'old/h-outside.txt'));
  expect(said(await run())).toEqual([
    'a-empty.txt refused 文件是空的。核对是否导出失败，重新导出再导入。',
    'b-bomb.docx refused 文件损坏，打不开。用办公软件打开，重新另存为 docx 再导入。',
    'c-rules.txt imported',
    'd-scan.pdf refused 是 PDF 文件，不能作为正文导入。找到电子原稿，另存为 docx；没有原稿的作为附件上传。',
    'f-good.docx imported',
    'e-table.xlsx ignored',
    'g-loop refused 是链接，没有跟过去。要导入就写出它指向的文件。',
    'h-outside.txt refused 是链接，没有跟过去。要导入就写出它指向的文件。',
  ]);
});

test('a page takes along what lies near it, and nothing from outside the folder', async () => {
  writeFileSync(join(root, 'secret.doc'), 'x');
  symlinkSync(join(root, 'secret.doc'), join(root, 'old/files/link.doc'));
  put('files/form.docx', makeDocx({ body: p(t('登记表')) }));
  put('map.jpg', 'jpg');
  put(
    'page.html',
    '<meta charset="utf-8"><title>关于转移登记的通知</title><body><div id="zoom"><p>各村按表登记，月底以前报到镇政府。</p><img src="/map.jpg" alt="路线图"><p>附件：<a href="files/form.docx">转移登记表</a>、<a href="../secret.doc">甲表</a>、<a href="files/link.doc">乙表</a>、<a href="http://a.example/x.doc">丙表</a></p></div>',
  );
  const outcomes = await run({ column: 'notices' });
  expect(said(outcomes)).toEqual([
    'page.html imported',
    'files/form.docx attached',
    'files/link.doc refused 是链接，没有跟过去。要导入就写出它指向的文件。',
    'map.jpg attached',
  ]);
  const taken = outcomes[0]!;
  if (!('imported' in taken)) throw new Error('not imported');
  expect(filesIn('content').map((name) => name.split('/').at(-1))).toEqual(['fujian-1.docx', 'index.md', 'tupian-1.jpg']);
  expect(taken.imported.fields.attachments).toEqual([{ file: 'fujian-1.docx', title: '转移登记表' }]);
  expect(taken.imported.damage.map((each) => each.message)).toEqual([
    '附件“甲表”没有带过来（../secret.doc）。找到这个文件，上传到“附件”里。',
    '附件“乙表”没有带过来（files/link.doc）。找到这个文件，上传到“附件”里。',
    '附件“丙表”没有带过来（http://a.example/x.doc）。找到这个文件，上传到“附件”里。',
  ]);
});

test('a column that does not take the type is owed', async () => {
  put('rules.txt', RULES);
  const outcomes = await run({ column: 'news', takes: ['news'] });
  expect('imported' in outcomes[0]! && outcomes[0].imported.owed[0]).toEqual({
    field: 'column',
    label: '栏目',
    message: '栏目“news”不收这一类内容。换一个栏目，或者把条目移到合适的类型。',
    optional: false,
  });
});
