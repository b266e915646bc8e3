import { defineRule, type Report, warn } from '../../../rule.ts';
import type { Document } from '../../../text/document.ts';
import { likenessOf } from './likeness.ts';
import { statementsOf } from './statements.ts';

/** Above it a statement is to be looked at: about one in thirty ordinary documents then has one. Measured in `checks/labelled/README.md`. */
const ALIKE = 0.6;
/** Places told of one file, the likest; more would not be read. */
const TOLD = 3;

const messages = {
  alike: warn(({ where }) => `${where}的写法和不得公开的内容相近，有没有问题机器判断不了。请保密审查人员看这一处；没有问题的，不用改。`),
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
    .sort((one, other) => other.likeness - one.likeness);
  for (const { statement } of alike.slice(0, TOLD)) report('alike', statement.spot());
}
