import { block, defineRule } from '../../../rule.ts';
import { aboutOf, labelIn } from '../../../text/about.ts';
import { apart, type Stretch } from '../../../text/apart.ts';
import { numbersIn } from '../../../text/numbers.ts';
import { isPersons, isUnits } from './holder.ts';

const LENGTHS = [15, 16, 17, 18, 19, 20, 21, 22, 23];
const LABELS =
  /银行卡|[行社]卡|卡号|账号|账户|一卡通|社保卡|存折|农商卡|[追溯]溯?源?码|防伪码|识别码|发票|票据|编号|代码|编码|合同|运单|条码|单号|身份证|缴款书|登记号|单元号|凭证|校验/gu;
/** Accounts of savings books and mistyped cards have no check digit; they count beside a person. */
const ACCOUNT = /银行卡|[行社]卡|卡号|账号|账户|一卡通|存折/u;
const OTHER = /[追溯]溯?源?码|防伪码|识别码|发票|票据|编号|代码|编码|合同|运单|条码|单号|身份证|缴款书|登记号|单元号|凭证|校验/u;

export default defineRule({
  id: 'privacy/bank-card',
  title: '公开的内容里没有个人的银行卡号和账号',
  basis: [{ law: '中华人民共和国个人信息保护法', article: '第二十八条' }],
  standards: ['STD-PRV-04', 'STD-PRV-07'],
  scope: 'text',
  sensitive: true,
  waivable: true,
  messages: {
    found: block(({ where }) => `${where}里有个人的银行卡号或者账号。删去号码，只留后四位。`),
  },
  check(document, report) {
    for (const [at, passage] of document.passages.entries()) {
      const found: Stretch[] = [];
      for (const { digits, start, end } of numbersIn(passage, LENGTHS)) {
        const label = labelIn(aboutOf(document, passage, start), LABELS);
        if (OTHER.test(label)) continue;
        const isCard = digits.length >= 16 && digits.length <= 19 && /^6/u.test(digits) && isLuhn(digits);
        if (!isCard && !(ACCOUNT.test(label) && isPersons(document, at, start))) continue;
        if (!isUnits(document, at, start)) found.push({ start, end });
      }
      for (const { start, end } of apart(found)) report('found', passage.spot(start, end));
    }
  },
});

/** ISO/IEC 7812: every second digit from the right doubled, the sum a multiple of ten. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (const [place, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
