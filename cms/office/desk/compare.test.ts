import { expect, test } from 'vitest';
import type { CalledOut } from './called-out.ts';
import { compareAttachments } from './compare-attachments.ts';
import { compareEntries } from './compare-entries.ts';
import { compareFiles } from './compare-files.ts';
import type { TableChange } from './compare-tables.ts';
import { compareTexts, type Stretch } from './compare-texts.ts';
import { valuesIn } from './values.ts';

/** Stretches as a line: `[-gone-]`, `{+come+}`; what must be checked is named. */
const told = (stretches: readonly Stretch[]) =>
  stretches
    .map((stretch) => {
      if (stretch.kind === 'same') return stretch.lines.join('\n');
      const pieces = stretch.pieces.map(({ kind, text, value }) => {
        const words = value && kind !== 'same' ? `${text}|${value}` : text;
        return kind === 'same' ? words : kind === 'removed' ? `[-${words}-]` : `{+${words}+}`;
      });
      return pieces.join('');
    })
    .join('\n');
const called = (list: readonly CalledOut[]) =>
  list.map(({ kind, where, before, after, lead, tail }) => `${kind} ${where} ${lead}[${before}→${after}]${tail}`);
const rows = ({ name, kind, rows: list }: TableChange) => [
  `${name} ${kind}`,
  ...list.map(
    ({ kind: change, number, cells }) =>
      `${change} ${number} ${cells.map(({ before, after }) => (before === after ? (after ?? '∅') : `${before ?? '∅'}→${after ?? '∅'}`)).join(' | ')}`,
  ),
];

test('texts differ by words; an amount, a date, a phone number, a citation is one piece', () => {
  const before = '补助标准为每人每月300元，自2026年3月1日起执行。\n咨询电话：0900-5550101。\n依据《某某办法》第十二条第二款。';
  const after = '补助标准为每人每月500元，自2026年4月1日起执行。\n咨询电话：0900-5550102。\n依据《某某办法》第十三条第二款。';
  expect(told(compareTexts(before, after))).toBe(
    '补助标准为每人每月[-300元|amount-]{+500元|amount+}，自[-2026年3月1日|date-]{+2026年4月1日|date+}起执行。\n' +
      '咨询电话：[-0900-5550101|phone-]{+0900-5550102|phone+}。\n' +
      '依据[-《某某办法》第十二条第二款|citation-]{+《某某办法》第十三条第二款|citation+}。',
  );
});

test('lines that have little in common stand one after the other; lines that stay are left whole', () => {
  expect(told(compareTexts('第一段。\n停水通知另行发布。\n末段。', '第一段。\n全县中小学下周开学！\n末段。'))).toBe(
    '第一段。\n[-停水通知另行发布。-]{+全县中小学下周开学！+}\n末段。',
  );
  expect(told(compareTexts('', '新的一段，共12户。'))).toBe('{+新的一段，共+}{+12户|amount+}{+。+}');
  expect(compareTexts('一样。', '一样。')).toEqual([{ kind: 'same', lines: ['一样。'] }]);
});

test('texts of any size are compared in bounded time', () => {
  const text = (seed: number) => Array.from({ length: 2000 }, (_, line) => `${(line * seed) % 7919} 第${line}段`).join('\n');
  const started = performance.now();
  const stretches = compareTexts(text(3), text(5));
  expect(performance.now() - started).toBeLessThan(5000);
  expect(stretches.some(({ kind }) => kind === 'changed')).toBe(true);
});

test.each([
  ['投资1,250.5万元，占12.5％，惠及320户', ['amount 1,250.5万元', 'amount 12.5％', 'amount 320户']],
  ['人民币壹仟贰佰元整，限20个工作日', ['amount 壹仟贰佰元整', 'amount 20个工作日']],
  ['二〇二六年三月一日上午9:30，12月5日14时', ['date 二〇二六年三月一日', 'date 上午9:30', 'date 12月5日', 'date 14时']],
  ['热线12345，手机13900000000，0900-5550101转8', ['phone 12345', 'phone 13900000000', 'phone 0900-5550101转8']],
  [
    '按照清政办发〔2026〕12号和《政府信息公开条例》第二十条第（七）项',
    ['citation 清政办发〔2026〕12号', 'citation 《政府信息公开条例》第二十条第（七）项'],
  ],
  ['索引号990101003/202603-00012', ['citation 990101003/202603-00012']],
  ['联系人：裘念慈，由赵之乎局长主持，县民王某', ['name 裘念慈', 'name 赵之乎']],
  ['见 fujian-1.docx 和 v2.1 版', []],
  ['8B 图 020F050202020403020，5G 基站，一次性告知', []],
  ['10kV线路长20km，每户50kg', ['amount 10kV', 'amount 20km', 'amount 50kg']],
])('values in %s', (text, expected) => {
  expect(valuesIn(text).map(({ kind, text: found }) => `${kind} ${found}`)).toEqual(expected);
});

test('people who are known are found by their names alone', () => {
  expect(valuesIn('由茗一禾起草。', ['茗一禾']).map(({ text }) => text)).toEqual(['茗一禾']);
  expect(valuesIn('由茗一禾起草。').map(({ text }) => text)).toEqual([]);
});

const nameOf = (to: string, id: string) => (to === 'column' ? { news: '工作动态', notice: '通知公告' }[id] : undefined);
const compare = (before: string | undefined, after: string, type = 'notice') =>
  compareEntries({ type, before, after, nameOf, names: ['茗一禾'] });
const notice = (fields: string, body: string) => `---\n${fields}\n---\n\n${body}\n`;

test('an entry: fields in the words of the form, the body without Markdown, what must be checked in one list', () => {
  const before = notice(
    "title: 关于发放补助的通知\ncolumn: news\nauthor: 裘念慈\nkeywords: [补助]\nindex_number: '990101003/202603-00012'",
    '# 补助\n\n每人**300元**，详见[办法](https://a.example/1)。\n\n| 村 | 户数 |\n| --- | --- |\n| 甲村 | 12 |\n| 乙村 | 20 |',
  );
  const after = notice(
    "title: 关于发放补助的通知\ncolumn: notice\nauthor: 茗一禾\nkeywords: [补助, 冬季]\nindex_number: '990101003/202603-00012'",
    '# 补助\n\n每人**500元**，详见[办法](https://a.example/2)。\n\n| 村 | 户数 |\n| --- | --- |\n| 甲村 | 13 |\n| 丙村 | 8 |\n| 乙村 | 20 |',
  );
  const { changed, kept, body, tables, source, calledOut } = compare(before, after);
  expect(changed.map(({ label, stretches }) => `${label}：${told(stretches)}`)).toEqual([
    '栏目：[-工作动态-]{+通知公告+}',
    '关键词：补助\n{+冬季+}',
    '责任编辑：[-裘念慈|name-]{+茗一禾|name+}',
  ]);
  expect(kept).toEqual([{ label: '标题', before: '关于发放补助的通知', after: '关于发放补助的通知' }]);
  expect(told(body)).toBe(
    '补助\n每人[-300元|amount-]{+500元|amount+}，详见办法〔链接：[-https://a.example/1|link-]{+https://a.example/2|link+}〕。\n〔表格：村、户数〕',
  );
  expect(tables.flatMap(rows)).toEqual([
    '表格 1 changed',
    'same 1 村 | 户数',
    'changed 2 甲村 | 12→13',
    'added 3 ∅→丙村 | ∅→8',
    'same 4 乙村 | 20',
  ]);
  expect(source).toBeUndefined();
  expect(called(calledOut)).toEqual([
    'name 责任编辑 责任编辑：[裘念慈→茗一禾]',
    'amount 正文 每人[300元→500元]，详见办法〔链接：https://a.example/2〕…',
    'link 正文 每人500元，详见办法〔链接：[https://a.example/1→https://a.example/2]〕。',
    'amount 正文表格 1第2行 户数：[12→13]',
    'amount 正文表格 1第3行 户数：[→8]',
  ]);
});

test('what only looks otherwise is told as that, with its source', () => {
  const { changed, body, source } = compare(notice('title: 标题', '停水时间**另行**通知'), notice('title: 标题', '停水时间另行**通知**'));
  expect(changed).toEqual([]);
  expect(body).toEqual([{ kind: 'same', lines: ['停水时间另行通知'] }]);
  expect(told(source!)).toBe('停水时间[-**-]另行**通知{+**+}');
});

test('a new entry is new as a whole', () => {
  const { changed, body, calledOut } = compare(undefined, notice('title: 停水通知', '12月3日停水。'));
  expect(changed.map(({ label, before, after }) => [label, before, after])).toEqual([['标题', '', '停水通知']]);
  expect(told(body)).toBe('{+12月3日|date+}{+停水。+}');
  expect(called(calledOut)).toEqual(['date 正文 [→12月3日]停水。']);
});

test('a draft that is not finished is compared as far as it goes', () => {
  const { changed } = compare(undefined, notice('title: [列表]\nstranger: {a: 1}\nattachments:\n  - file: a.pdf', '字'));
  expect(changed.map(({ label, after }) => `${label}：${after}`)).toEqual(['标题：["列表"]', '附件：附件文件：a.pdf', 'stranger：{"a":1}']);
});

test('tables in raw HTML are read with their spans', () => {
  const table = (cell: string) =>
    `<table><tr><th rowspan="2">项目</th><th colspan="2">金额</th></tr>\n\n<tr><td>上年</td><td>本年</td></tr><tr><td>公路</td><td>1</td><td>${cell}</td></tr></table>`;
  expect(compare(notice('title: 标题', table('2')), notice('title: 标题', table('3'))).tables.flatMap(rows)).toEqual([
    '表格 1 changed',
    'same 1 项目 | 金额 | 金额',
    'same 2 项目 | 上年 | 本年',
    'changed 3 公路 | 1 | 2→3',
  ]);
});

test('a column that came and rows that went', () => {
  const before = notice('title: 标题', '| 村 | 户数 |\n| - | - |\n| 甲村 | 12 |\n| 乙村 | 20 |\n| 丙村 | 5 |');
  const after = notice('title: 标题', '| 村 | 电话 | 户数 |\n| - | - | - |\n| 甲村 | 0900-5550101 | 12 |\n| 丙村 | 0900-5550103 | 6 |');
  expect(compare(before, after).tables.flatMap(rows)).toEqual([
    '表格 1 changed',
    'changed 1 村 | ∅→电话 | 户数',
    'changed 2 甲村 | ∅→0900-5550101 | 12',
    'removed 3 乙村→∅ | ∅ | 20→∅',
    'changed 3 丙村 | ∅→0900-5550103 | 5→6',
  ]);
});

test('a spreadsheet cell by cell, a document by its words, hidden places under their own name', () => {
  const sheet = (price: string) => [
    { where: '文件名', text: '价目.xlsx', isHidden: false },
    { where: '工作表“底表”A1', text: '品名', isHidden: false },
    { where: '工作表“底表”C1', text: '单价', isHidden: false },
    { where: '工作表“底表”A2', text: '水泥', isHidden: false },
    { where: '工作表“底表”C2', text: price, isHidden: false },
    { where: '文件属性“作者”', text: '某人', isHidden: false },
  ];
  const { tables, texts, calledOut } = compareAttachments('价目.xlsx', sheet('420'), sheet('450'), []);
  expect(tables.flatMap(rows)).toEqual(['工作表“底表” changed', 'same 1 品名 | 单价', 'changed 2 水泥 | 420→450']);
  expect(texts.map(({ where, stretches }) => `${where}：${told(stretches)}`)).toEqual(['文件名：价目.xlsx', '文件属性“作者”：某人']);
  expect(called(calledOut)).toEqual(['amount 附件“价目.xlsx”工作表“底表”第2行 单价：[420→450]']);

  const inner = (text: string) => [{ where: '文件内部数据（word/fontTable.xml）', text, isHidden: true }];
  expect(called(compareAttachments('a.docx', [], inner('02000500 0900-5550101'), []).calledOut).map((line) => line.split(' ')[0])).toEqual([
    'phone',
  ]);

  const page = (one: string, two: string) => [
    { where: '第1页', text: one, isHidden: false },
    { where: '第2页', text: two, isHidden: false },
    { where: '表格1第1行第2列', text: '格', isHidden: false },
  ];
  const document = compareAttachments('a.pdf', page('甲', '乙'), page('甲', '丙'), []);
  expect(document.texts.map(({ where, stretches }) => `${where}：${told(stretches)}`)).toEqual(['正文：甲\n[-乙-]{+丙+}']);
  expect(document.tables.map(({ name, kind }) => `${name} ${kind}`)).toEqual(['表格1 same']);
});

test('attachments: new, changed, gone, under another name', () => {
  const file = (name: string, sha256: string) => ({ name, sha256, size: 1 });
  const before = [file('index.md', '0'), file('a.pdf', '1'), file('b.pdf', '2'), file('c.pdf', '3'), file('d.pdf', '4')];
  const after = [file('index.md', '9'), file('a.pdf', '1'), file('b.pdf', '5'), file('e.pdf', '3'), file('f.pdf', '6')];
  expect(compareFiles(before, after).map(({ kind, name, before: old }) => `${kind} ${name} ${old?.name ?? ''}`)).toEqual([
    'changed b.pdf b.pdf',
    'renamed e.pdf c.pdf',
    'added f.pdf ',
    'removed d.pdf d.pdf',
    'same a.pdf a.pdf',
  ]);
});
