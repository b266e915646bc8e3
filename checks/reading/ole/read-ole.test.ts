import { utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { fixture, readFixture, streamOf, utf16, withStreams } from './testing/ole-files.ts';

const told = ({ pieces }: Awaited<ReturnType<typeof readFixture>>) =>
  pieces.map(({ where, kind, isHidden, text }) => `${where}｜${kind}${isHidden ? '｜不可见' : ''}｜${text}`);

test('every place of a Word document', async () => {
  const reading = await readFixture(fixture('all.doc'));
  expect(reading.format).toBe('doc');
  const expected = [
    '文件属性“标题”｜property｜不可见｜题名甲',
    '文件属性“主题”｜property｜不可见｜主题乙',
    '文件属性“作者”｜property｜不可见｜作者戊',
    '文件属性“关键词”｜property｜不可见｜关键丁',
    '文件属性“备注”｜property｜不可见｜备注丙',
    '文件属性“模板”｜property｜不可见｜模板壬',
    '文件属性“最后保存者”｜property｜不可见｜保存者己',
    '文件属性“自定名庚”｜property｜不可见｜自定值辛',
    '正文｜paragraph｜标题位',
    '正文｜paragraph｜正文位拆分跑位',
    '正文｜paragraph｜前后插入位',
    '正文（已删除的修订）｜deleted｜不可见｜删除位',
    '正文｜paragraph｜见与止',
    '正文（隐藏文字）｜paragraph｜不可见｜隐藏位\n白字位',
    '正文｜paragraph｜链接词位 plain ascii words',
    '正文中的域代码｜code｜不可见｜HYPERLINK "http://10.9.8.7/链接位"',
    '正文中的第1个表格第1行第1列｜cell｜表头位',
    '正文中的第1个表格第2行第1列｜cell｜表内位\n又一段',
    '正文中的第1个表格第2行第2列｜cell｜末格位',
    '脚注｜note｜脚注位',
    '尾注｜note｜尾注位',
    '页眉｜margin｜页眉位',
    '首页页眉｜margin｜首页页眉位',
    '页脚｜margin｜页脚位',
    '批注｜remark｜不可见｜批注位',
    '文本框｜shape｜文本框位',
    '艺术字｜shape｜水印位',
    '图形名称｜name｜不可见｜水印名位',
    '内部数据流“1Table”｜other｜不可见｜批注者位',
  ];
  expect(told(reading)).toEqual(expect.arrayContaining(expected));
  expect(told(reading).some((line) => line.includes('书签位'))).toBe(true);
  expect(told(reading).some((line) => line.includes('修订者位'))).toBe(true);
  expect(reading.traits).toEqual([
    { kind: 'author', where: '文件属性“作者”' },
    { kind: 'author', where: '文件属性“最后保存者”' },
    { kind: 'tracked-changes', where: '正文' },
    { kind: 'hidden-text', where: '正文（隐藏文字）' },
    { kind: 'remarks', where: '批注' },
  ]);
  expect(reading.inner.map(({ name }) => name)).toEqual(['图片.png']);
  expect(reading.pieces.find(({ text }) => text === '末格位')?.cell).toEqual({ table: 0, row: 1, column: 1 });
});

test('every place of a workbook', async () => {
  const reading = await readFixture(fixture('all.xls'), 'a.xls');
  expect(reading.format).toBe('xls');
  const expected = [
    '工作表名称｜name｜面表',
    '工作表“面表”A1｜cell｜单元位',
    '工作表“面表”B1｜cell｜富文本位',
    '工作表“面表”C1｜cell｜不可见｜隐列位',
    '工作表“面表”A2｜cell｜不可见｜隐行位',
    '工作表“面表”D1的批注｜remark｜不可见｜批注位',
    '工作表“面表”A3中的公式｜code｜不可见｜"公式"&"位"',
    '工作表“面表”D3｜cell｜链接词位',
    '工作表“面表”D3的链接｜link｜不可见｜http://10.9.8.7/x.html',
    '工作表名称｜name｜不可见｜隐表位',
    '工作表“隐表位”A1｜cell｜不可见｜隐表内位',
    '名称“名称位”｜name｜不可见｜名称位',
    '名称“值名”｜name｜不可见｜"名值位"',
    '工作表“面表”页眉｜margin｜页眉位',
    '工作表“面表”页脚｜margin｜页脚位',
    '工作表“面表”中的文本框或批注｜shape｜文本框位',
    '工作表“面表”中的图形名称｜name｜不可见｜框名位',
    '工作表“面表”中的数据有效性｜other｜不可见｜选项位',
    '工作表“面表”中的数据有效性｜other｜不可见｜提示位',
    '数据透视表缓存｜other｜不可见｜透视甲位',
    '文件属性“自定名庚”｜property｜不可见｜自定值辛',
  ];
  expect(told(reading)).toEqual(expect.arrayContaining(expected));
  expect(reading.traits).toEqual(
    expect.arrayContaining([
      { kind: 'hidden-rows', where: '工作表“面表”第2行' },
      { kind: 'hidden-columns', where: '工作表“面表”C列' },
      { kind: 'hidden-sheet', where: '工作表“隐表位”' },
      { kind: 'remarks', where: '工作表“面表”' },
    ]),
  );
  expect(reading.pieces.find(({ text }) => text === '隐列位')?.cell).toEqual({ table: 0, row: 0, column: 2 });
});

test('a workbook with a sheet that only a macro can show, and the value of a text formula', async () => {
  const book = utils.book_new();
  utils.book_append_sheet(book, { A1: { t: 's', v: '公式值位', f: '"a"' }, A2: { t: 'n', v: 14200001111 }, '!ref': 'A1:A2' }, '面表');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['深隐位']]), '深隐表位');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] };
  const reading = await readFixture(new Uint8Array(write(book, { bookType: 'biff8', type: 'buffer' })), 'a.et');
  expect(told(reading)).toEqual(
    expect.arrayContaining([
      '工作表“面表”A1｜cell｜公式值位',
      '工作表“面表”A2｜cell｜14200001111',
      '工作表“深隐表位”A1｜cell｜不可见｜深隐位',
      '工作表名称｜name｜不可见｜深隐表位',
    ]),
  );
  expect(reading.traits).toContainEqual({ kind: 'hidden-sheet', where: '工作表“深隐表位”' });
});

test('Excel 95 in GBK', async () => {
  const reading = await readFixture(fixture('excel-95-gbk.xls'), 'a.xls');
  expect(told(reading)).toEqual(
    expect.arrayContaining(['工作表名称｜name｜面表', '工作表“面表”A1｜cell｜单元位', '工作表“面表”A3｜cell｜公式值位']),
  );
});

test('every place of a presentation', async () => {
  const reading = await readFixture(fixture('all.ppt'), 'a.ppt');
  expect(reading.format).toBe('ppt');
  const expected = [
    '第1张幻灯片｜paragraph｜标题位',
    '第1张幻灯片｜paragraph｜文本框位 ascii',
    '第1张幻灯片｜paragraph｜表内位',
    '第1张幻灯片｜margin｜页脚位',
    '第1张幻灯片｜remark｜不可见｜批注位',
    '第1张幻灯片｜remark｜不可见｜批注者位',
    '第1页备注｜note｜不可见｜备注位',
    '第2张幻灯片｜paragraph｜不可见｜隐页位',
    '演示文稿｜name｜不可见｜http://10.9.8.7/链接位',
    '文件属性“标题”｜property｜不可见｜题名甲',
  ];
  expect(told(reading)).toEqual(expect.arrayContaining(expected));
  expect(reading.traits).toEqual(
    expect.arrayContaining([
      { kind: 'hidden-slide', where: '第2张幻灯片' },
      { kind: 'remarks', where: '批注' },
    ]),
  );
});

test('a document whose text no table leads to is swept', async () => {
  const main = streamOf(fixture('all.doc'), 'WordDocument');
  main.fill(0, 0x4c, 0x6c);
  main.fill(0, 0x1a2, 0x1aa);
  const reading = await readFixture(withStreams(fixture('all.doc'), { '/WordDocument': main }));
  const all = told(reading).join('\n');
  for (const word of ['标题位', '删除位', '隐藏位', '批注位', '文本框位', 'plain ascii words']) expect(all).toContain(word);
  expect(reading.traits).toContainEqual({ kind: 'corrupt', where: '正文' });
});

test('macros, embedded documents, packed files and other streams', async () => {
  const source = 'Attribute VB_Name = "宏"\r\nkey = "142000"';
  const bytes = [...Buffer.from(source, 'utf8')];
  const literal = [];
  for (let i = 0; i < bytes.length; i += 8) literal.push(0, ...bytes.slice(i, i + 8));
  const size = literal.length - 1;
  const packed = [7, 7, 1, size & 0xff, 0xb0 | (size >> 8), ...literal];
  const native = Buffer.concat([
    Buffer.from([0, 0, 0, 0, 2, 0]),
    Buffer.from([
      0xc3,
      0xfb,
      0xb5,
      0xa5,
      ...Buffer.from('.txt\0C:\\in\\a.txt\0'),
      0,
      0,
      3,
      0,
      2,
      0,
      0,
      0,
      ...Buffer.from('a\0'),
      3,
      0,
      0,
      0,
      ...Buffer.from('abc'),
    ]),
  ]);
  const reading = await readFixture(
    withStreams(fixture('all.doc'), {
      '/Macros/VBA/Module1': Uint8Array.from(packed),
      '/ObjectPool/_1/Workbook': streamOf(fixture('all.xls'), 'Workbook'),
      '/ObjectPool/_2/\u0001Ole10Native': new Uint8Array(native),
      '/ObjectPool/_3/Package': Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]),
      '/杂项': utf16('\u0001\u0002残留位\u0003'),
    }),
  );
  expect(told(reading).find((line) => line.startsWith('宏｜code'))).toContain('VB_Name = ');
  expect(told(reading)).toContain('嵌入对象中的工作表“面表”A1｜cell｜单元位');
  expect(told(reading)).toContain('嵌入对象中的嵌入文件的路径｜name｜不可见｜C:\\in\\a.txt');
  expect(told(reading)).toContain('内部数据流“杂项”｜other｜不可见｜残留位');
  expect(reading.inner.map(({ name, bytes: inner }) => [name, inner.length])).toEqual([
    ['图片.png', 70],
    ['名单.txt', 3],
    ['嵌入对象', 6],
  ]);
  expect(reading.traits).toEqual(
    expect.arrayContaining([
      { kind: 'macro', where: '宏' },
      { kind: 'embedded', where: '嵌入对象' },
    ]),
  );
});

test('what needs a password is told', async () => {
  const doc = streamOf(fixture('all.doc'), 'WordDocument');
  doc[0x0b]! |= 1;
  const xls = streamOf(fixture('all.xls'), 'Workbook');
  const locked = Buffer.concat([xls.subarray(0, 20), Buffer.from([0x2f, 0, 2, 0, 0, 0]), xls.subarray(20)]);
  const user = streamOf(fixture('all.ppt'), 'Current User');
  Buffer.from(user.buffer).writeUInt32LE(0xf3d1c4df, 12);
  const files = [
    withStreams(fixture('all.doc'), { '/WordDocument': doc }),
    withStreams(fixture('all.xls'), { '/Workbook': new Uint8Array(locked) }),
    withStreams(fixture('all.ppt'), { '/Current User': user }),
    withStreams(fixture('all.xls'), { '/EncryptedPackage': utf16('机密') }),
  ];
  for (const bytes of files) {
    const { traits, pieces } = await readFixture(bytes);
    expect(traits).toContainEqual({ kind: 'encrypted', where: '文件' });
    expect(pieces.some(({ text }) => text === '题名甲')).toBe(true);
  }
});

test('what nobody here knows is said to be so, and swept', async () => {
  const bytes = withStreams(fixture('all.xls'), { '/Workbook': utf16('\u0001机密文件\u0001\u0002990101199001010014\u0003') });
  const other = await readFixture(renamed(bytes), 'a.msg');
  for (const word of ['机密文件', '990101199001010014']) expect(told(other).join('\n')).toContain(word);
  expect(other.traits).toContainEqual({ kind: 'unknown', where: '文件', format: 'msg' });
});

/** With a stream of another name, as a format has that is not known. */
function renamed(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  Buffer.from(utf16('Workzeug')).copy(copy, copy.indexOf(utf16('Workbook')));
  return new Uint8Array(copy);
}
