import { block, defineRule } from '../../../rule.ts';
import { numbersIn } from '../../../text/numbers.ts';

export default defineRule({
  id: 'privacy/id-number',
  title: '公开的内容里没有居民身份证号码',
  basis: [{ law: '中华人民共和国政府信息公开条例', article: '第十五条' }],
  standards: ['STD-PRV-02'],
  scope: 'text',
  sensitive: true,
  waivable: true,
  messages: {
    found: block(({ where }) => `${where}里有居民身份证号码。删去号码；要区分同名的人，只留后四位。`),
  },
  check({ passages }, report) {
    for (const passage of passages)
      for (const { digits, start, end } of numbersIn(passage, 18))
        if (digits.length === 18 && hasBirthDate(digits) && hasCheckDigit(digits)) report('found', passage.spot(start, end));
  },
});

/** Rules out case, account and credit-code numbers: characters 7–14 must be a day since 1900. */
export function hasBirthDate(digits: string): boolean {
  const day = `${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`;
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.valueOf()) && parsed.toISOString().startsWith(day) && day >= '1900' && day < '2100';
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: weighted sum modulo 11. */
export function hasCheckDigit(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return '10X98765432'[sum % 11] === digits[17];
}
