import { block, defineRule, type Report, warn } from '../../../rule.ts';
import type { Document } from '../../../text/document.ts';
import { likenessOf, reasonOf } from './likeness.ts';
import { type Statement, statementsOf } from './statements.ts';

/**
 * Above it a statement is to be looked at, and above the next it stops the file. Chosen by `checks/labelled/learn/leave-one-out.ts`, and
 * so that no law is stopped.
 */
export const ALIKE = 0.8;
export const SURE = 1.34;
/** Places told of one file, what stops it first, then the likest; more would not be read. */
const TOLD = 3;

interface Why {
  why: string;
}

const messages = {
  sure: block<Why>(
    ({ where, why }) =>
      `${where}${why}，写法和不得公开的内容非常相近。删去或者改写这一处；再由另一位保密审查人员看过、确实可以公开的，办豁免。`,
  ),
  alike: warn<Why>(
    ({ where, why }) => `${where}${why}，写法和不得公开的内容相近，有没有问题机器判断不了。由保密审查人员看这一处；没有问题的，不用改。`,
  ),
};

export default defineRule({
  id: 'secrecy/resembling',
  title: '写法像不得公开内容的地方有人看过',
  basis: [{ law: '中华人民共和国政府信息公开条例', article: '第十七条' }],
  standards: [],
  scope: 'text',
  isLastResort: true,
  sensitive: true,
  waivable: true,
  messages,
  check,
});

function check(document: Document, report: Report<typeof messages>) {
  const alike = statementsOf(document)
    .map((statement) => ({ statement, likeness: likenessOf(statement.text) }))
    .filter(({ likeness }) => likeness > ALIKE)
    .map((each) => ({ ...each, isSure: each.likeness > SURE && isChinese(each.statement.text) }))
    .sort((one, other) => Number(other.isSure) - Number(one.isSure) || other.likeness - one.likeness);
  const told = new Set<Statement>();
  let left = TOLD;
  for (const { statement, isSure } of alike) {
    const parts = statement.of ?? [statement];
    if (left === 0 || parts.some((part) => told.has(part))) continue;
    const spot = likestOf(parts).spot();
    report(isSure ? 'sure' : 'alike', spot, { why: whyOf(statement.text, spot.written) });
    for (const part of parts) told.add(part);
    left--;
  }
}

/** Too little was learnt of code and of other languages for a likeness to stop it; what is secret in code, other rules know. */
const isChinese = (text: string): boolean => countOf(text, /\p{Script=Han}/gu) >= countOf(text, /[a-z]/gu);
const countOf = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/** Of two sentences that are alike together, that which is more so. */
const likestOf = (parts: readonly Statement[]): Statement =>
  parts.reduce((one, other) => (likenessOf(one.text) < likenessOf(other.text) ? other : one));

/** What a statement seems to speak of, unless that would repeat a word of it that is all that was found. */
function whyOf(text: string, written: string): string {
  const why = `像是在说${reasonOf(text) ?? '具体的人或者内部的事'}`;
  return why.includes(written.trim()) ? '有一处' : why;
}
