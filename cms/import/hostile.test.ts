import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { importDocument } from './import-document.ts';
import { Refused } from './refused.ts';
import { toGb18030 } from './testing/encode.ts';
import { makeDocx, p, t } from './testing/make-docx.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** What a person is told about a file that is not imported. */
function refusal(name: string, bytes: Uint8Array): string {
  try {
    importDocument({ name, bytes });
    return '';
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}

const nested = (depth: number) => `${'<w:sdt><w:sdtContent>'.repeat(depth)}${p(t('底'))}${'</w:sdtContent></w:sdt>'.repeat(depth)}`;
/** A zip whose one big part is stated to be smaller than it is. */
function lyingZip(): Uint8Array {
  const zip = zipSync({ 'word/document.xml': new Uint8Array(30_000_000) }, { level: 9 });
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let i = 0; i + 4 < zip.length; i++) if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 1000, true);
  return zip;
}

test.each<[name: string, bytes: Uint8Array, said: string]>([
  ['empty.txt', new Uint8Array(), '文件是空的。核对是否导出失败，重新导出再导入。'],
  ['blank.txt', utf8(' \n\u3000\n'), '没有找到文字内容。核对文件：正文是图片的，先转成文字再导入。'],
  ['huge.txt', new Uint8Array(5_000_001).fill(0x61), '文件有 5.0 MB，超过 5 MB。拆开，或者把表格、图片改成附件。'],
  [
    'picture.txt',
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 1]),
    '文件里有二进制内容，不是文字文件。核对文件，换成 txt、html 或者 docx 再导入。',
  ],
  [
    'big5.txt',
    new Uint8Array([0xb9, 0x71, 0xa4, 0x6c, 0xac, 0x46, 0xb0, 0xc8, 0xba, 0xde, 0xb2, 0x7a, 0xbf, 0xec, 0xaa, 0x6b]),
    '认不出文字编码，硬读会变成乱码。用编辑软件打开，确认文字正常，另存为 UTF-8 再导入。',
  ],
  [
    'cut.txt',
    toGb18030('云岭县人民政府关于网站管理的通知').subarray(0, 31),
    '认不出文字编码，硬读会变成乱码。用编辑软件打开，确认文字正常，另存为 UTF-8 再导入。',
  ],
  ['scan.pdf', utf8('%PDF-1.4'), '是 PDF 文件，不能作为正文导入。找到电子原稿，另存为 docx；没有原稿的作为附件上传。'],
  [
    'old.doc',
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
    '是旧版 Office 文件（doc、wps、xls 等）。用办公软件打开，另存为 docx 再导入。',
  ],
  ['false.docx', utf8('第一条 只是文字。'), '扩展名是 docx，内容却不是 Word 文档。核对文件，重新另存为 docx 再导入。'],
  ['cut.docx', makeDocx({ body: p(t('正文')) }).subarray(0, 200), '文件损坏，打不开。用办公软件打开，重新另存为 docx 再导入。'],
  ['sheet.docx', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), '是压缩文件，里面没有 Word 正文。这是 Excel 表格，作为附件上传。'],
  [
    'bomb.docx',
    zipSync({ 'word/document.xml': new Uint8Array(30_000_000) }, { level: 9 }),
    '解压以后大得不正常，可能是压缩炸弹，没有打开。核对来源，重新另存为 docx 再导入。',
  ],
  [
    'media-bomb.docx',
    zipSync(Object.fromEntries(['a', 'b', 'c'].map((name) => [`word/media/${name}.png`, new Uint8Array(90_000_000)])), { level: 1 }),
    '解压以后大得不正常，可能是压缩炸弹，没有打开。核对来源，重新另存为 docx 再导入。',
  ],
  ['lying.docx', lyingZip(), 'Word 文档的内容损坏，读不完整。用办公软件打开，重新另存为 docx 再导入。'],
  [
    'entities.docx',
    zipSync({
      'word/document.xml': strToU8(
        `<!DOCTYPE d [<!ENTITY a "${'哈'.repeat(1000)}"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`,
      ),
    }),
    'Word 文档的内容损坏，读不完整。用办公软件打开，重新另存为 docx 再导入。',
  ],
  ['deep.docx', makeDocx({ body: nested(100_000) }), '文件的层次嵌套太深，读不完。核对来源，重新导出再导入。'],
  ['deep.html', utf8(`${'<div>'.repeat(100_000)}深`), '文件的层次嵌套太深，读不完。核对来源，重新导出再导入。'],
  [
    'frames.html',
    utf8('<html><frameset><frame src="a.html"></frameset></html>'),
    '没有找到文字内容。核对文件：正文是图片的，先转成文字再导入。',
  ],
])('%s is refused, with what to do', (name, bytes, said) => {
  expect(refusal(name, bytes)).toBe(said);
});

test.each([
  ['a.txt', utf8('机密★10年\n云岭县某事项\n正文内容。')],
  ['b.txt', utf8('绝密\n正文内容。')],
  ['c.html', utf8('<body><div class="mark">秘密 ★ 一年</div><div id="zoom"><p>正文内容在这里，有好几句话。第二句话。</p></div></body>')],
  ['d.docx', makeDocx({ body: p(t('正文内容。')), others: { 'word/header1.xml': '<w:hdr xmlns:w="w"><w:t>机密★5年</w:t></w:hdr>' } })],
])('%s bears a mark of secrecy: nothing is imported, and nothing of it is shown', (name, bytes) => {
  expect(refusal(name, bytes)).toBe('文件上有国家秘密标志，没有导入，也没有留下内容。立即停止在这台电脑上处理，报告保密工作机构。');
});

test('a document that only speaks of secrets is imported', () => {
  const text = '云岭县保密管理办法\n第一条 国家秘密分为绝密、机密、秘密三级。\n第二条 行政机关决定不予公开的，应当说明理由。';
  expect(refusal('a.txt', utf8(text))).toBe('');
});

test('any bytes at all are imported or refused, never anything else', () => {
  const valid = makeDocx({ body: p(t('第一条 正文。')) });
  const damaged = fc.array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { maxLength: 8 }).map((edits) => {
    const bytes = valid.slice();
    for (const [at, byte] of edits) bytes[at] = byte;
    return bytes;
  });
  const markup = fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '</',
        'table',
        'td',
        'p',
        ' colspan=',
        '"99999999"',
        '&',
        '#x',
        '110000;',
        '<!--',
        '<br>',
        'meta charset=utf-16',
        '第一条',
        '，',
        '\u0000',
        '<a href="../../../etc/passwd.doc">',
      ),
      { maxLength: 40 },
    )
    .map((parts) => utf8(`<html>${parts.join('')}`));
  fc.assert(
    fc.property(
      fc.constantFrom('a.txt', 'a.html', 'a.docx'),
      fc.oneof(fc.uint8Array({ maxLength: 300 }), damaged, markup),
      (name, bytes) => {
        expect(refusal(name, bytes)).toMatch(/。$|^$/u);
      },
    ),
    { numRuns: 600 },
  );
});
