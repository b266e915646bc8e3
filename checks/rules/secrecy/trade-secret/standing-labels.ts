import type { Stretch } from '../../../text/apart.ts';
import { isNotice } from '../../../text/notice.ts';
import type { Passage } from '../../../text/passage.ts';
import { keepsOff, restricts } from '../../../text/restriction.ts';
import { type Standalone, standalone } from '../../../text/standalone.ts';
import { CLAIMED_CLAUSE, SECRET_CLAUSE } from './trade-secret-forms.ts';

/** A line behind the label that is longer or a sentence explains the word. */
const LONGEST_TITLE = 40;
const EXPLAINS = /[。;]|[是系]?指|包括|认定|侵犯|保护|定义/u;
const OTHERS = 2;
/** A sentence on duties goes on with the word: `应当保守国家秘密、商业秘密，不得泄露当事人的隐私`. */
const LISTS_DUTIES = /(?:保守|[知获]悉|知晓|泄露|了解|接触到?|获取)的?\p{Script=Han}{0,8}(?:(?:国家|工作)秘密|隐私|个人信息)$/u;

/** Labels that have a line or brackets for themselves: the word and what keeps the paper from others, or the word in front of a title. */
export function standingLabels({ text }: Passage): Stretch[] {
  if (!/密/u.test(text)) return [];
  return [...standalone(text)].filter(isLabel).map(({ start, end }) => ({ start, end }));
}

function isLabel({ clauses, before, behind }: Standalone): boolean {
  // `声明为商业秘密，不予公开` alone says why something is left out.
  const keeps = clauses.some((clause) => (restricts(clause) || keepsOff(clause)) && !/不予/u.test(clause));
  if (before !== '' && keeps && clauses.some((clause) => CLAIMED_CLAUSE.test(clause))) return true;
  if (!clauses.some((clause) => SECRET_CLAUSE.test(clause))) return false;
  if (clauses.some((clause) => LISTS_DUTIES.test(clause))) return false;
  if (isNotice({ clauses, before })) return true;
  if (clauses.length === 1) return before === '' && behind !== '' && behind.length <= LONGEST_TITLE && !EXPLAINS.test(behind);
  const others = clauses.filter((clause) => !SECRET_CLAUSE.test(clause) && !restricts(clause));
  return others.length <= OTHERS && others.length < clauses.length - 1;
}
