import { block, defineRule, warn } from '../../../rule.ts';
import { type Field, type Item, isOfUnit, personOf } from '../../../text/item.ts';
import { itemsIn } from '../../../text/items.ts';
import { isName, namesListed, namesStrung } from '../../../text/people.ts';
import { subjectOf } from '../../../text/subject-of.ts';
import { isIllness, tellsHealth } from './health.ts';

/** Columns that tell illness, disability or need, whatever stands in them. */
const HEALTH =
  /病种|病名|疾病|病因|诊断|病情|患病|病史|残疾(?!人)|伤残|致贫|致困|救助事由|救助原因|困难原因|困难情|失能|伤情|护理等级|健康状况|身体状况|慢特病|手术|孕|过敏史|戒毒|吸毒|HIV|艾滋/u;
const RELIEF =
  /低保|最低生活保障|特困|五保|临时救助|医疗救助|困难(?:群众|职工|家庭|户|老年人|老人|残疾人)|(?:服务|护理)补贴|高龄津贴|残疾人|两项补贴|救助对象|抚恤|优抚/u;
const LIST = /名单|公示|新增|名册|人员|对象|台账|发放|登记/u;
/** Columns of doctors and what they treat. */
const DOCTORS = /擅长|职称|科室|医师|医生|专家|专长/u;
/** Columns of lecturers, researchers and those who are honoured, and of what they do. */
const EXPERTS = /职务|专业|方向|讲|课|题目|项目|成果|论文|称号|荣誉|奖|机构名称|重点人群|宣传|服务|培训/u;
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
    const subject = subjectOf(document);
    const isReliefList = RELIEF.test(subject) && LIST.test(subject);
    const relieved: Field[] = [];
    let hasPeople = false;
    const told = new Set<Field['passage']>();
    for (const item of itemsIn(document).all) {
      const person = personOf(item);
      if (!person) continue;
      hasPeople = true;
      if (isTold(item, person)) {
        report('table', person.passage.spot(person.start, person.end));
        told.add(person.passage);
      } else if (isReliefList || item.labels.some((label) => RELIEF.test(label))) relieved.push(person);
    }
    let isSaid = told.size > 0 || relieved.length < NAMES;
    if (!isSaid) report('names', relieved[0]!.passage.spot(relieved[0]!.start, relieved[0]!.end));
    isSaid = relieved.length >= NAMES;
    const prose = document.passages.filter(({ cell }) => !cell);
    for (const passage of prose) {
      // A remark on a cell says its words of the person in the row.
      const isRemark = hasPeople && passage.kind === 'remark' && isIllness(passage.text);
      const at = told.has(passage) ? undefined : isRemark ? WHOLE : tellsHealth(passage);
      if (at) report('person', passage.spot(...at));
    }
    const lists =
      isReliefList && !isSaid
        ? prose.filter(({ kind }) => kind !== 'field').map((passage) => ({ passage, names: listedIn(passage.text) }))
        : [];
    const first = lists.find(({ names }) => names > 0);
    if (first && lists.reduce((sum, { names }) => sum + names, 0) >= NAMES) report('names', first.passage.spot());
  },
});

const WHOLE: [start?: number, end?: number] = [];

/** Whether an item tells illness, disability or need of its person: in a column for it, or by what stands in any other. */
function isTold(item: Item, person: Field): boolean {
  const has = (words: RegExp) => item.labels.some((label) => words.test(label));
  if (has(DOCTORS) || (isOfUnit(item) && has(/法定代表人|负责人|单位名称/u))) return false;
  const others = item.fields.filter((field) => field !== person);
  if (others.some(({ text, label }) => HEALTH.test(label) && !NOTHING.test(text))) return true;
  return !has(EXPERTS) && others.some(({ text }) => isIllness(text));
}

const NOTHING = /^\s*(?:无|否|—+|-+|\/|正常|健康|良好|一般|较好)\s*$/u;

/** What a sentence says of those who get relief. */
const GRANTS = /纳入|给予|享受|发放|保障|救助|认定|核准|批准|审批|新增|取消|停发/u;

/** Names in lines that hold several, or nothing but one. */
const listedIn = (text: string): number =>
  text.split('\n').reduce((sum, line) => {
    const names = Math.max(namesListed(line), GRANTS.test(line) ? namesStrung(line) : 0);
    return sum + (names > 1 || isName(line.replace(/^\s*\d{1,3}[.、)）]/u, '')) ? Math.max(1, names) : 0);
  }, 0);
