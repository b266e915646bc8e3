import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numbersIn } from './numbers.ts';
import { Passage } from './passage.ts';

const LENGTHS = [11, 13, 15, 16, 17, 18, 19];
const digits = fc
  .constantFrom(...LENGTHS)
  .chain((length) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length }));

/** Ways to write one digit. */
const fullWidth = (digit: string) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
const bold = (digit: string) => String.fromCodePoint(0x1d7ce + Number(digit));
const styles = [(digit: string) => digit, fullWidth, bold, (digit: string) => `\u200b${digit}\u2060`, (digit: string) => `\u00ad${digit}`];
const chinese = (digit: string) => '〇一二三四五六七八九'[Number(digit)]!;
const formal = (digit: string) => '零壹贰叁肆伍陆柒捌玖'[Number(digit)]!;
const separator = fc.constantFrom('', ' ', '-', '·', '\u3000', '\u00a0', '－', '—', '.', '_', ' -', '- ', '\n', '\t', '/', '－\u200b');
const around = fc.constantFrom('', '号码', '（', '：', '，', '。', '男', '\u200b');

const passageOf = (text: string) => new Passage({ text, where: '正文', kind: 'paragraph', isHidden: false });

test('every writing of a number gives back its digits and the place where it stands', () => {
  fc.assert(
    fc.property(
      digits,
      fc.array(fc.nat({ max: styles.length - 1 }), { minLength: 19, maxLength: 19 }),
      fc.array(separator, { minLength: 19, maxLength: 19 }),
      around,
      around,
      (number, style, separators, before, after) => {
        const core = [...number].map((digit, at) => styles[style[at]!]!(digit) + (at < number.length - 1 ? separators[at] : '')).join('');
        const passage = passageOf(before + core + after);
        const found = numbersIn(passage, [number.length]);
        expect(found.map((each) => each.digits)).toEqual([number]);
        const { written } = passage.spot(found[0]!.start, found[0]!.end);
        expect(passageOf(written).text).toBe(passageOf(core).text);
      },
    ),
  );
});

test('Chinese numerals, letters in place of digits and an X at the end are read as digits', () => {
  const read = (text: string) => numbersIn({ text }, [11, 18]).map((each) => each.digits);
  const number = '990101199307031234';
  for (const spell of [chinese, formal]) {
    expect(read(`身份证${[...number].map(spell).join('')}`)).toEqual([number]);
    expect(read(`身份证${[...number].map(spell).join(' ')}`)).toEqual([number]);
  }
  expect(read('99O1O1l993O7O31234')).toEqual([number]);
  expect(read('l42 5504 6288')).toEqual(['14255046288']);
  expect(read('9901|1199307031234')).toEqual(['990111199307031234']);
  for (const x of ['X', 'x', 'Х', '×', ' X', '-x']) expect(read(`99010119930703123${x}。`)).toEqual(['99010119930703123X']);
  expect(read('ID990101199307031234')).toEqual([number]);
  expect(read('⑨⑨0①0①①⑨⑨307031234')).toEqual([number]);
  expect(read('电话1425504⑥288')).toEqual(['14255046288']);
  expect(read('①14255046288②14355046288③')).toEqual(['14255046288', '14355046288']);
});

test('numbers that stand side by side stay apart', () => {
  const read = (text: string) => numbersIn({ text }, [11, 18]).map((each) => each.digits);
  expect(read('14255046288 14355046288/15455046288')).toEqual(['14255046288', '14355046288', '15455046288']);
  expect(read('|14255046288|990101199307031234|')).toEqual(['14255046288', '990101199307031234']);
  expect(read('12 990101 19930703 1234 56')).toEqual(['990101199307031234']);
  expect(read('99010 1199307 031234 56')).toEqual([]);
});

test('longer numbers, codes and hashes are not cut to size', () => {
  const read = (text: string) => numbersIn({ text }, [11, 18]).map((each) => each.digits);
  for (const text of [
    '9901011993070312345',
    'a990101199307031234',
    '990101199307031234f',
    '12345.990101199307031234',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4',
  ])
    expect(read(text).filter((each) => each.length === 18 && !text.includes('.'))).toEqual([]);
});

test('a megabyte of digits, separators or both is read to its end', () => {
  const size = 1_000_000;
  for (const unit of [
    '1',
    '1a',
    '1l',
    'O',
    '1O',
    ' ',
    '-',
    '1 ',
    '1-',
    '1--',
    '1|',
    '一',
    '一 ',
    '1X',
    'X',
    '1×',
    '1\n',
    '14255046288 ',
    '1一',
  ])
    expect(() => numbersIn({ text: unit.repeat(size / unit.length) }, LENGTHS)).not.toThrow();
  expect(numbersIn({ text: `${'1'.repeat(30)}a`.repeat(size / 31) }, LENGTHS)).toEqual([]);
});
