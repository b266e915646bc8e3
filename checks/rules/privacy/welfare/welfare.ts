import { block, defineRule, warn } from '../../../rule.ts';
import { namesListed } from '../../../text/people.ts';
import { subjectOf } from '../../../text/subject-of.ts';
import { type CellContext, cellsOf, namesPerson } from '../../../text/tables.ts';
import { tellsHealth } from './health.ts';

const HEALTH = /病种|疾病|病因|诊断|病情|残疾类|残疾等|残疾情|致贫|致困|救助事由|救助原因|困难原因|失能|伤情|护理等级/u;
const RELIEF = /低保|最低生活保障|特困|五保|临时救助|医疗救助|困难(?:群众|职工|家庭|户)|高龄津贴|残疾人|两项补贴|救助对象|抚恤|优抚/u;
const LIST = /名单|公示|新增|名册|人员|对象|台账|发放|登记/u;
/** Columns of doctors and what they treat. */
const DOCTORS = /擅长|职称|科室|医师|医生|专家|专长/u;
/** So many names make a list. */
const NAMES = 3;

export default defineRule({
  id: 'privacy/welfare',
  title: '救助和医疗信息不写出谁得了什么病、有什么残疾',
  basis: [{ law: '中华人民共和国个人信息保护法', article: '第二十八条' }],
  standards: ['STD-PRV-06', 'STD-PRV-07', 'STD-PRV-11'],
  scope: 'text',
  sensitive: true,
  waivable: true,
  messages: {
    table: block(({ where }) => `${where}所在的表写出了姓名和病情、残疾或者困难原因。删去这一列，或者隐去姓名。`),
    person: block(({ where }) => `${where}写出了某人的病情或者残疾。隐去姓名，或者删去病情。`),
    names: warn(({ where }) => `${where}有救助对象的全名。按规定只在村、社区张贴的，改登人数和户数。`),
  },
  check(document, report) {
    const cells = cellsOf(document);
    const isReliefList = RELIEF.test(subjectOf(document)) && LIST.test(subjectOf(document));
    const listed = document.passages.flatMap((passage) => (passage.cell ? [] : passage.text.split('\n').map(namesListed)));
    const isList = isReliefList && listed.reduce((sum, names) => sum + (names > 1 ? names : 0), 0) >= NAMES;
    const isTold = ({ headers }: CellContext) =>
      headers.some((header) => HEALTH.test(header)) && !headers.some((header) => DOCTORS.test(header));
    const isRelief = ({ headers }: CellContext) => isReliefList || headers.some((header) => RELIEF.test(header));
    const named = new Set([...cells.values()].filter((context) => isRelief(context) && namesPerson(context)).map(({ row }) => row)).size;
    let isSaid = false;
    for (const passage of document.passages) {
      const context = cells.get(passage);
      if (context) {
        if (passage !== context.row.find(Boolean) || !namesPerson(context)) continue;
        if (isTold(context)) report('table', passage.spot());
        else if (!isSaid && named >= NAMES && isRelief(context)) {
          report('names', passage.spot());
          isSaid = true;
        }
      } else {
        const at = tellsHealth(passage);
        if (at) report('person', passage.spot(...at));
        else if (isList && !isSaid && passage.text.split('\n').some((line) => namesListed(line) > 1)) {
          report('names', passage.spot());
          isSaid = true;
        }
      }
    }
  },
});
