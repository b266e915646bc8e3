import { toChinese } from '../numerals.ts';

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const DIGITS = '〇一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';

/** A number of a Word list as it is shown; undefined for a format that is not known. */
export function formatNumber(value: number, format: string): string | undefined {
  if (format === 'none') return '';
  if (/^(?:chinese|taiwanese|japanese|korean)Counting(?:Thousand)?$/u.test(format)) return toChinese(value);
  if (/^(?:ideographDigital|taiwaneseDigital|koreanDigital)$/u.test(format))
    return [...String(value)].map((digit) => DIGITS[Number(digit)]).join('');
  if (/^(?:chineseLegalSimplified|ideographLegalTraditional|japaneseLegal)$/u.test(format)) return toLegal(value);
  if (format === 'decimal' || format === 'numberInDash') return String(value);
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  if (format.startsWith('decimalFullWidth'))
    return String(value).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  if (format.startsWith('decimalEnclosedCircle')) return value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value);
  if (format === 'decimalEnclosedParen') return value <= 20 ? String.fromCharCode(0x2474 + value - 1) : `(${value})`;
  if (format === 'decimalEnclosedFullstop') return value <= 20 ? String.fromCharCode(0x2488 + value - 1) : `${value}.`;
  if (format === 'ideographTraditional') return STEMS[(value - 1) % 10]!;
  if (format === 'ideographZodiac') return BRANCHES[(value - 1) % 12]!;
  if (format === 'upperLetter' || format === 'lowerLetter')
    return inCase(String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26)), format);
  if (format === 'upperRoman' || format === 'lowerRoman') return inCase(toRoman(value), format);
  return undefined;
}

const inCase = (text: string, format: string) => (format.startsWith('lower') ? text.toLowerCase() : text);

function toLegal(value: number): string {
  const names: Record<string, string> = { 十: '拾', 百: '佰', 千: '仟' };
  const plain = toChinese(value).replace(/^十/u, '一十');
  return [...plain].map((character) => names[character] ?? LEGAL['零一二三四五六七八九'.indexOf(character)] ?? character).join('');
}

function toRoman(value: number): string {
  let rest = Math.min(value, 3999);
  let text = '';
  for (const [worth, name] of [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const)
    for (; rest >= worth; rest -= worth) text += name;
  return text;
}
