import { expect, test } from 'vitest';
import { parseYear } from './parse-year.ts';
import { YEAR_2027 } from './testing/year-2027.ts';

const YEAR = `# 国务院办公厅关于2027年部分节假日安排的通知（日期只作写法的例子，照通知填）
${YEAR_2027}`;

const said = (text: string, year = 2027) => parseYear(text, year).faults.map(({ line, column, message }) => `${line}:${column} ${message}`);
const FORM = '节假日安排的写法不对。holidays 逐个写节日和“[第一天, 最后一天]”，workdays 列出调休上班的周末，日期写成 "2027-01-01"。';

test('an arrangement is read as it stands', () => {
  const { arrangement, faults } = parseYear(YEAR, 2027);
  expect(faults).toEqual([]);
  expect(arrangement!.holidays.春节).toEqual(['2027-02-05', '2027-02-12']);
  expect(arrangement!.workdays).toEqual(['2027-02-14']);
});

test('what is wrong is told with its place, and the year is not used', () => {
  expect(said(YEAR, 2026)).toEqual(['1:1 2026 年的节假日安排已经内置，不用另写。删去这个文件。']);
  expect(said(YEAR.replace('"2027-01-01", "2027-01-03"', '"2026-01-01", "2026-01-03"'))).toEqual([
    '3:7 元旦的日期不在 2027 年。对照通知改正。',
  ]);
  expect(said(YEAR.replace('"2027-02-05", "2027-02-12"', '"2027-02-12", "2027-02-05"'))).toEqual([
    '4:7 春节从 2027-02-12 到 2027-02-05 不对。先写第一天，再写最后一天。',
  ]);
  expect(said(YEAR.replace('2027-10-07', '2027-11-07'))).toEqual([
    '9:8 国庆节从 2027-10-01 到 2027-11-07 不对。先写第一天，再写最后一天。',
  ]);
  expect(said(YEAR.replace(/ {2}端午节.*\n/u, ''))).toEqual(['3:3 没有写端午节。七个节日都要写，连在一起的写成“国庆节、中秋节”。']);
  expect(said(YEAR.replace('2027-02-14', '2027-02-15'))).toEqual(['10:13 2027-02-15 不是 2027 年要上班的周末。对照通知改正。']);
  expect(said(YEAR.replace('2027-02-14', '2027-02-07'))).toEqual(['10:13 2027-02-07 不是 2027 年要上班的周末。对照通知改正。']);
});

test.each([
  ['', `1:1 ${FORM}`],
  ['- 一', `1:1 ${FORM}`],
  [YEAR.replace('2027-02-14', '2027-02-30'), `10:13 ${FORM}`],
  [YEAR.replace('2027-05-01', '五月一日'), `6:10 ${FORM}`],
  [`${YEAR}more: 1\n`, `1:1 ${FORM}`],
  ['holidays: {', '1:12 节假日安排读不出来：'],
])('%j is refused', (text, expected) => {
  const { arrangement } = parseYear(text, 2027);
  expect(arrangement).toBeUndefined();
  expect(said(text)[0]).toContain(expected);
});
