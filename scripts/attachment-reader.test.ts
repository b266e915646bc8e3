import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeWord, p, r } from '../checks/reading/ooxml/testing/make-word.ts';
import { cells, makeWorkbook } from '../checks/reading/ooxml/testing/make-workbook.ts';
import { toScan } from '../checks/reading/pdf/testing/scan.ts';
import { show, toSimplePdf } from '../checks/reading/pdf/testing/simple-pdf.ts';
import { addEntry, makeCounty, writeCounty } from '../cms/library/testing/made-up-county.ts';
import { build } from '../site/render/build.ts';
import { attribute, find, textOf } from '../site/testing/document.ts';
import { Site } from '../site/testing/site.ts';
import { withAttachmentReader } from './attachment-reader.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-attachment-reader-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WORDS = '一共十二个字的一段正文。';
const counted = (characters: number) =>
  makeWord(p(r(WORDS)), { 'docProps/app.xml': `<Properties><Pages>7</Pages><Characters>${characters}</Characters></Properties>` });

test('beside a file stand its kind by its content, pages or rows where they are known, and that a scan has no text and whom to ask', async () => {
  const files: [name: string, bytes: Uint8Array][] = [
    ['counted.docx', counted(12)],
    ['template.docx', counted(475)],
    ['two.pdf', toSimplePdf([show('第一页', 50, 700), show('第二页', 50, 700)])],
    ['scan.pdf', await toScan(['盖章页'], 'jpeg', 2)],
    ['mixed.pdf', await toScan(['盖章页'], 'jpeg')],
    [
      'book.xlsx',
      makeWorkbook([
        { name: '表一', inner: cells({ A1: '甲', A2: '乙', B2: '丙' }) },
        { name: '底稿', state: 'hidden', inner: cells({ A1: '丁' }) },
        { name: '表二', inner: cells({ A1: '戊' }) },
      ]),
    ],
    ['table.csv', Buffer.from('名称,数量\n甲,1\n')],
    ['named.pdf', counted(12)],
    ['folder.zip', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
  ];
  const county = makeCounty();
  addEntry(county.files, 'school', 'news', 50, {
    title: '附件',
    attachments: files.map(([file]) => ({ file, title: file.replace('.', '之') })),
  });
  const [content, out] = [join(folder, 'content'), join(folder, 'out')];
  writeCounty(content, county);
  const at = join(content, 'entries/school/news/2026/202603-00050');
  mkdirSync(at, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(at, name), bytes);

  await withAttachmentReader((reader) => build({ content: { folder: content }, out, today: '2026-03-20', reader }));
  const page = new Site(out).pages.find(({ path }) => path === '/i/990101003/202603/00050.html')!;
  const items = find(find(page.document, 'section', 'downloads')[0]!, 'li');
  const beside = items.map((item) => find(item, 'span', 'file-facts').flatMap((facts) => find(facts, 'span').map(textOf)));
  expect(beside.map((facts) => facts.slice(0, -1))).toEqual([
    ['Word 文档', '7 页'],
    ['Word 文档'],
    ['PDF', '2 页'],
    ['PDF', '2 页'],
    ['PDF', '1 页'],
    ['Excel 表格', '2 个工作表，3 行'],
    ['CSV 数据', '2 行'],
    ['Word 文档', '7 页'],
    ['压缩包'],
  ]);
  const [scan] = find(items[3]!, 'span', 'scan');
  expect(textOf(scan)).toBe(
    '扫描件，无文字层，读屏软件读不出，也不能搜索、复制。需要文字版的，发邮件索取，或者打电话给教育局：0900-5550000',
  );
  expect(decodeURIComponent(attribute(find(scan!, 'a')[0]!, 'href')!)).toContain(
    '附件：scan之pdf\r\n所在网页：https://www.test.gov.example/i/990101003/202603/00050.html',
  );
  expect(items.map((item) => find(item, 'span', 'scan').length)).toEqual([0, 0, 0, 1, 1, 0, 0, 0, 0]);
});
