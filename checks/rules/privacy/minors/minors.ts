import { block, defineRule, warn } from '../../../rule.ts';
import { namesListed } from '../../../text/people.ts';
import { subjectOf } from '../../../text/subject-of.ts';
import { type CellContext, cellsOf, namesPerson } from '../../../text/tables.ts';
import { tellsOfChild } from './children.ts';

const CHILDREN = /儿童|孤儿|留守|未成年|幼儿|受助学生|资助学生|困境|控辍|失学|学生/u;
const DETAIL = /监护人|家长|抚养|家庭|出生|学籍|困难|事由|心理|处分|住址|身份证|电话/u;
/** Lists of children for care or health, not of prizes or admissions. */
const CARE = /儿童|孤儿|留守|未成年|幼儿|困境|失学/u;
const NAMES = 4;

export default defineRule({
  id: 'privacy/minors',
  title: '不公开未成年人的姓名和能认出本人的信息',
  basis: [
    { law: '中华人民共和国未成年人保护法', article: '第四条' },
    { law: '中华人民共和国个人信息保护法', article: '第二十八条' },
  ],
  standards: ['STD-PRV-07', 'STD-PRV-09'],
  scope: 'text',
  sensitive: true,
  waivable: true,
  messages: {
    table: block(({ where }) => `${where}所在的表列出了未成年人和监护人、家庭等情况。改登人数，或者隐去姓名。`),
    person: block(({ where }) => `${where}写出了未成年人的姓名和家庭、身心等情况。隐去姓名、学校和住址。`),
    names: warn(({ where }) => `${where}有成列的儿童全名。不必要的改登人数，必要的隐去一个字。`),
  },
  check(document, report) {
    const cells = cellsOf(document);
    const subject = subjectOf(document);
    const listed = document.passages.flatMap(({ text, cell }) => (cell ? [] : text.split('\n').map(namesListed)));
    const isCared = ({ headers }: CellContext) => CARE.test(subject) || headers.some((header) => CARE.test(header));
    const named = new Set([...cells.values()].filter((context) => isCared(context) && namesPerson(context)).map(({ row }) => row)).size;
    const isList = CARE.test(subject) && listed.some((names) => names >= NAMES);
    let isSaid = false;
    for (const passage of document.passages) {
      const context = cells.get(passage);
      if (context) {
        const isChildren =
          CHILDREN.test(subject) || context.headers.some((header) => /儿童|学生|孤儿|幼儿|监护人|家长|抚养人|班级|年级|就读/u.test(header));
        const isTold = isChildren && namesPerson(context) && context.headers.some((header) => DETAIL.test(header));
        if (passage !== context.row.find(Boolean)) continue;
        if (isTold) report('table', passage.spot());
        else if (!isSaid && named >= NAMES && isCared(context) && namesPerson(context)) {
          report('names', passage.spot());
          isSaid = true;
        }
        continue;
      }
      const at = tellsOfChild(passage);
      if (at) report('person', passage.spot(...at));
      else if (isList && !isSaid && passage.text.split('\n').some((line) => namesListed(line) >= NAMES)) {
        report('names', passage.spot());
        isSaid = true;
      }
    }
  },
});
