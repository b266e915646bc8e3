const DIGITS = '零一二三四五六七八九';

/** The value of a Chinese or Arabic number up to 9999, as in 第三十五条; NaN when it is none. */
export function toNumber(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  const digits = [...text].map(digit);
  if (digits.every((value) => value >= 0) && digits.length > 0) return Number(digits.join(''));
  let total = 0;
  let last = -1;
  for (const character of text) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[character];
    if (unit) {
      total += (last < 0 ? 1 : last) * unit;
      last = -1;
    } else if (digit(character) >= 0) last = digit(character) || -1;
    else return Number.NaN;
  }
  return text === '' ? Number.NaN : total + Math.max(last, 0);
}

/** A number from 1 to 9999 in Chinese, as in 第三十五条. */
export function toChinese(value: number): string {
  let text = '';
  let zero = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const part = Math.floor(value / unit) % 10;
    if (part === 0) zero = text !== '';
    else {
      text += (zero ? '零' : '') + DIGITS[part] + name;
      zero = false;
    }
  }
  return text.replace(/^一十/u, '十');
}

function digit(character: string): number {
  return /[〇○Ｏo0O]/u.test(character) ? 0 : DIGITS.indexOf(character);
}

/** Characters of a Chinese or Arabic number, for patterns. */
export const NUMERAL = '[一二三四五六七八九十百零〇○\\d]{1,7}';
