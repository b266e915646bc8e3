import { describe, expect, test } from 'vitest';
import { Budget } from '../budget.ts';
import type { Reading } from '../piece.ts';
import { readPdf } from './read-pdf.ts';
import { ENCRYPTED } from './testing/encrypted.ts';
import { toTextString, toUtf16 } from './testing/make-pdf.ts';
import { show, toSimplePdf } from './testing/simple-pdf.ts';

function read(bytes: Uint8Array, within = ''): Promise<Reading> {
  return readPdf({
    name: '文件.pdf',
    bytes,
    within,
    level: 0,
    budget: new Budget(),
    readInner: async (name, inner) => ({
      format: 'text',
      pieces: [{ text: Buffer.from(inner).toString(), where: `附件“${name}”`, kind: 'paragraph', isHidden: false }],
      traits: [],
    }),
  });
}

/** Where a text was found, with kind, and `!` when nobody sees it. */
function toPlaces({ pieces }: Reading, text: string): string[] {
  return pieces.filter((piece) => piece.text.includes(text)).map(({ where, kind, isHidden }) => `${where} ${kind}${isHidden ? '!' : ''}`);
}

function toTexts({ pieces }: Reading): string[] {
  return pieces.map(({ text }) => text);
}

describe('text of pages', () => {
  test('fonts that are not embedded, in both encodings', async () => {
    const gbk = 'BT /G 16 Tf 100 600 Td <b9abbfaaceefbcfe> Tj ET';
    const reading = await read(toSimplePdf([show('清岚县2026年（机密）★', 100, 700) + gbk]));
    expect(toTexts(reading)).toEqual(['清岚县2026年（机密）★', '公开物件']);
    expect(reading.traits).toEqual([]);
  });

  test('a number in parts is one', async () => {
    const page = `BT /H 16 Tf 100 700 Td (99010119) Tj ET BT /H 16 Tf ${100 + 8 * 0.556 * 16} 700 Td [(900307) 0 (0012)] TJ ET`;
    expect(toTexts(await read(toSimplePdf([page])))).toEqual(['990101199003070012']);
  });

  test('a number over the end of a line is one, a list of numbers is not', async () => {
    const long = '甲'.repeat(20);
    const reading = await read(
      toSimplePdf([
        show(`${long}号码990101`, 60, 700) +
          show('199003070012的人', 60, 675) +
          show('14200000001', 60, 500) +
          show('14200000002', 60, 475),
      ]),
    );
    expect(toTexts(reading)).toEqual([`${long}号码990101199003070012的人`, '14200000001', '14200000002']);
  });

  test('a table without rules becomes cells, and goes on on the next page', async () => {
    const row = (texts: string[], y: number) => texts.map((text, i) => show(text, 60 + i * 160, y, 12)).join('');
    const reading = await read(
      toSimplePdf([
        row(['姓名', '证件号码', '电话'], 700) + row(['甲', '990101199003070012', '14200000001'], 680),
        row(['乙', '99010119900307002X', '14200000002'], 780) + row(['丙', '990101199003070039', '14200000003'], 760),
      ]),
    );
    expect(reading.pieces.map(({ text, where, cell }) => `${where} ${cell?.table} ${cell?.row} ${cell?.column} ${text}`)).toEqual([
      '第1页 0 0 0 姓名',
      '第1页 0 0 1 证件号码',
      '第1页 0 0 2 电话',
      '第1页 0 1 0 甲',
      '第1页 0 1 1 990101199003070012',
      '第1页 0 1 2 14200000001',
      '第2页 0 2 0 乙',
      '第2页 0 2 1 99010119900307002X',
      '第2页 0 2 2 14200000002',
      '第2页 0 3 0 丙',
      '第2页 0 3 1 990101199003070039',
      '第2页 0 3 2 14200000003',
    ]);
  });

  test('rules part cells that stand close, and a cell of two lines is one', async () => {
    const lines = [60, 130, 200, 300].map((x) => `${x} 640 m ${x} 700 l S\n`).join('');
    const across = [640, 680, 700].map((y) => `60 ${y} m 300 ${y} l S\n`).join('');
    const reading = await read(
      toSimplePdf([
        lines +
          across +
          show('姓名', 62, 685, 12) +
          show('号码', 132, 685, 12) +
          show('电话', 202, 685, 12) +
          show('甲', 62, 660, 12) +
          show('99010119900', 132, 665, 12) +
          show('3070012', 132, 650, 12) +
          show('14200000001', 202, 660, 12),
      ]),
    );
    expect(reading.pieces.filter(({ cell }) => cell?.row === 1).map(({ text, cell }) => `${cell!.column} ${text}`)).toEqual([
      '0 甲',
      '1 990101199003070012',
      '2 14200000001',
    ]);
  });

  test('slanted text is a shape, vertical writing is not lost', async () => {
    const slanted = `BT /F 40 Tf 0.77 0.64 -0.64 0.77 150 200 Tm <${toUtf16('内部资料')}> Tj ET `;
    const stacked = [...'机密'].map((character, i) => show(character, 500, 700 - 20 * i)).join('');
    const reading = await read(toSimplePdf([slanted + stacked]));
    expect(toPlaces(reading, '内部资料')).toEqual(['第1页 shape']);
    expect(toTexts(reading).join('')).toContain('机密');
  });
});

describe('what nobody sees', () => {
  test('white text, text under a box, off the page, and in a layer that is off', async () => {
    const reading = await read(
      toSimplePdf(
        [
          `1 g ${show('白字', 100, 700)} 0 g ${show('盖住', 100, 600)} 90 590 200 40 re f ${show('页外', 900, 500)} /OC /L BDC ${show('图层', 100, 400)} EMC ${show('看得见', 100, 300)}`,
        ],
        {
          catalogue: '/OCProperties << /OCGs [20 0 R] /D << /OFF [20 0 R] >> >>',
          resources: '/Properties << /L 20 0 R >>',
          objects: [`<< /Type /OCG /Name ${toTextString('密级层')} >>`],
        },
      ),
    );
    for (const text of ['白字', '盖住', '页外', '图层']) expect(toPlaces(reading, text)).toEqual(['第1页 paragraph!']);
    expect(toPlaces(reading, '看得见')).toEqual(['第1页 paragraph']);
    expect(toPlaces(reading, '密级层')).toEqual(['图层名称 name!']);
    expect(reading.traits).toEqual([{ kind: 'hidden-text', where: '第1页' }]);
  });

  test('white text on a dark ground is seen', async () => {
    const reading = await read(toSimplePdf([`0 0 1 rg 90 690 200 40 re f 1 g ${show('表头', 100, 700)}`]));
    expect(toPlaces(reading, '表头')).toEqual(['第1页 paragraph']);
    expect(reading.traits).toEqual([]);
  });
});

describe('beside the pages', () => {
  test('properties, outline, scripts, attachments, fields and annotations, each with its place', async () => {
    const reading = await read(
      toSimplePdf([show('正文', 100, 700)], {
        catalogue:
          '/Outlines 20 0 R /Metadata 22 0 R /Names << /EmbeddedFiles << /Names [(a) 23 0 R] >> /JavaScript << /Names [(s) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >> /AcroForm << /Fields [25 0 R] >>',
        page: '/Annots [25 0 R 26 0 R 27 0 R]',
        trailer: '/Info 28 0 R',
        objects: [
          '<< /First 21 0 R /Last 21 0 R /Count 1 >>',
          `<< /Title ${toTextString('第一章')} /Parent 20 0 R >>`,
          {
            dictionary: '/Type /Metadata /Subtype /XML',
            stream: Buffer.from(
              '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt><rdf:li>元数据说明</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>',
            ),
          },
          `<< /Type /Filespec /UF ${toTextString('名单.txt')} /EF << /F 24 0 R >> >>`,
          { dictionary: '/Type /EmbeddedFile', stream: Buffer.from('附件里的字') },
          `<< /Type /Annot /Subtype /Widget /FT /Tx /T (tel) /V ${toTextString('14200000001')} /TU ${toTextString('手机')} /Rect [100 100 200 120] >>`,
          `<< /Type /Annot /Subtype /Text /Contents ${toTextString('此处删去')} /T ${toTextString('甲')} /Rect [10 10 20 20] >>`,
          '<< /Type /Annot /Subtype /Link /Rect [10 10 20 20] /A << /S /URI /URI (http://192.0.2.1/a) >> >>',
          `<< /Author ${toTextString('某人')} /Title ${toTextString('某题')} /Secret ${toTextString('自定义')} >>`,
        ],
      }),
      '压缩包中的',
    );
    const places = Object.fromEntries(
      ['第一章', '元数据说明', '附件里的字', '14200000001', '手机', '此处删去', '192.0.2.1', '某人', '某题', '自定义', 'app.alert'].map(
        (text) => [text, toPlaces(reading, text)],
      ),
    );
    expect(places).toEqual({
      第一章: ['压缩包中的书签 name!'],
      元数据说明: ['压缩包中的文档属性“主题” property!'],
      附件里的字: ['附件“名单.txt” paragraph'],
      14200000001: ['压缩包中的表单域“tel” field'],
      手机: ['压缩包中的第1页表单 alt!'],
      此处删去: ['压缩包中的第1页批注 remark!'],
      '192.0.2.1': ['压缩包中的第1页链接 link!'],
      某人: ['压缩包中的文档属性“作者” property!'],
      某题: ['压缩包中的文档属性“标题” property!'],
      自定义: ['压缩包中的文档属性“Secret” property!'],
      'app.alert': ['压缩包中的文档脚本 code!'],
    });
    expect(reading.traits).toEqual([
      { kind: 'author', where: '压缩包中的文档属性“作者”' },
      { kind: 'macro', where: '压缩包中的文档脚本' },
      { kind: 'embedded', where: '压缩包中的附件“名单.txt”' },
      { kind: 'remarks', where: '压缩包中的第1页' },
    ]);
  });
});

test('a file that asks for a password is said to; one that only forbids changes is read', async () => {
  expect(await read(Buffer.from(ENCRYPTED.toOpen, 'base64'))).toEqual({
    format: 'pdf',
    pieces: [],
    traits: [{ kind: 'encrypted', where: '文件' }],
  });
  const reading = await read(Buffer.from(ENCRYPTED.toChange, 'base64'));
  expect(toPlaces(reading, 'Open text')).toEqual(['第1页 paragraph']);
  expect(reading.traits).toEqual([]);
});

test('what a later version deleted is still found', async () => {
  const old = Buffer.from(toSimplePdf([show('删去的话', 100, 700)]));
  const content = show('改过的话', 100, 700);
  const offset = old.length;
  const table = offset + Buffer.byteLength(`11 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\n`);
  const update = `11 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\nxref\n11 1\n${String(offset).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 20 /Root 1 0 R /Prev ${old.lastIndexOf('xref\n0')} >>\nstartxref\n${table}\n%%EOF\n`;
  const reading = await read(Buffer.concat([old, Buffer.from(update)]));
  expect(toPlaces(reading, '改过的话')).toEqual(['第1页 paragraph']);
  expect(toPlaces(reading, '删去的话')).toEqual(['旧版本第1页 deleted!']);
  expect(reading.traits).toEqual([{ kind: 'hidden-text', where: '旧版本' }]);
});
