import { block, defineRule, warn } from '../../../rule.ts';
import { looksLikeName } from '../../../text/given-names.ts';
import { type Field, type Item, isOfUnit, personOf } from '../../../text/item.ts';
import { itemsIn } from '../../../text/items.ts';
import type { Passage } from '../../../text/passage.ts';
import { isName, isPlainlyName, NAME, namesListed, namesStrung } from '../../../text/people.ts';
import { peopleIn } from '../../../text/people-in.ts';
import { subjectOf } from '../../../text/subject-of.ts';
import { isCaseHistory, isIllness, isOfApplicant, tellsHealth } from './health.ts';

/** Columns that tell illness, disability or need, whatever stands in them. */
const HEALTH =
  /病(?!人|床|区|房|虫|害|死|残)|确诊|CD4|症(?!状况)|诊断|残(?!疾人|联)|伤(?:残|情|势|者情况)|致[贫困]|(?:救助|困难|申请|认定)(?:事由|原因|理由|情)|失能|护理等级|(?:健康|身体)状况|手术|孕|过敏史|[戒吸]毒|HIV|艾滋|[用服]药|为何转/u;
const RELIEF =
  /低保|最低生活保障|特困|五保|临时救助|医疗救助|困难(?:群众|职工|家庭|户|老年人|老人|残疾人)|(?:服务|护理)补贴|高龄津贴|残疾人|两项补贴|救助对象|抚恤|优抚/u;
/** The same by what is paid, as columns have it. */
const RELIEF_COLUMN = /保障(?:人口|人数|金额?|类别|对象|标准)|救助|供养|低保|慰问/u;
const LIST = /名单|公示|新增|名册|人员|对象|台账|发放|登记/u;
/** Columns of doctors and what they treat. */
const DOCTORS = /擅长|职称|专长|[出坐]诊/u;
/** Whoever stands in such a column treats others, or so does one without a column for patients beside it. */
const DOCTOR = /医师|医生|专家|科室/u;
/** Columns of lecturers, researchers and those who are honoured, and of what they do. */
const EXPERTS =
  /分管|领导|牵头|责任单位|完成时[间限]|职务|专业|方向|讲|课|题目|项目|成果|论文|称号|荣誉|奖|机构名称|重点人群|宣传|服务|培训/u;
/** So many names make a list. */
const NAMES = 3;
/** Passages of a case history. */
const HISTORY = 6;

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
    granted: block(({ where }) => `${where}写出了救助对象的姓名和救助金额、类别。改登人数和金额，或者隐去姓名。`),
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
      } else if (isReliefList || item.labels.some((label) => RELIEF.test(label) || RELIEF_COLUMN.test(label))) {
        if (isGranted(item, person)) {
          report('granted', person.passage.spot(person.start, person.end));
          told.add(person.passage);
        } else relieved.push(person);
      }
    }
    let isSaid = told.size > 0 || relieved.length < NAMES;
    if (!isSaid) report('names', relieved[0]!.passage.spot(relieved[0]!.start, relieved[0]!.end));
    isSaid = relieved.length >= NAMES;
    const prose = document.passages.filter(({ cell }) => !cell);
    for (const [index, passage] of prose.entries()) {
      // A remark on a cell says its words of the person in the row.
      const isRemark = passage.kind === 'remark' && isIllness(passage.text) && (hasPeople || namesPeople(prose));
      const above = prose.slice(Math.max(0, index - HISTORY), index);
      const isOfHeading =
        (isNamed(prose[index - 1]) && isIllness(passage.text)) || isCaseHistory(passage, above) || isOfApplicant(passage, above);
      const at = told.has(passage) ? undefined : isRemark || isOfHeading ? WHOLE : tellsHealth(passage);
      if (at) report('person', passage.spot(...at));
      const paid = [...passage.text.matchAll(PAID)].find(([, name]) => isPlainlyName(name!) && looksLikeName(name!));
      if (paid) report('granted', passage.spot(paid.index, paid.index + paid[0].length));
    }
    const lists =
      isReliefList && !isSaid
        ? prose.filter(({ kind }) => kind !== 'field').map((passage) => ({ passage, names: listedIn(passage.text) }))
        : [];
    const first = lists.find(({ names }) => names > 0);
    if (first && lists.reduce((sum, { names }) => sum + names, 0) >= NAMES) report('names', first.passage.spot());
  },
});

/** Whether the text that remarks stand on names people. */
const namesPeople = (prose: readonly Passage[]) => prose.some(({ kind, text }) => IS_WORDS.has(kind) && peopleIn(text).length > 0);
const IS_WORDS: ReadonlySet<Passage['kind']> = new Set(['paragraph', 'heading']);

/** Whether a passage is a heading or a line that names somebody and says nothing else. */
const isNamed = (passage: Passage | undefined) =>
  (passage?.kind === 'heading' || passage?.kind === 'paragraph') && isPlainlyName(passage.text);

const WHOLE: [start?: number, end?: number] = [];

/** Whether an item tells illness, disability or need of its person: in a column for it, or by what stands in any other. */
function isTold(item: Item, person: Field): boolean {
  const has = (words: RegExp) => item.labels.some((label) => words.test(label));
  if (
    has(DOCTORS) ||
    DOCTOR.test(person.label) ||
    (has(/科室/u) && !has(/诊断|病/u)) ||
    (isOfUnit(item) && has(/法定代表人|负责人|单位名称/u))
  )
    return false;
  const others = item.fields.filter((field) => field !== person);
  if (others.some(({ text }) => KIND.test(text)) && others.some(({ text }) => GRADE.test(text))) return true;
  if (others.some(({ text, label }) => HEALTH.test(label) && !NOTHING.test(text))) return true;
  if (others.some(({ text }) => text.length <= 12 && INTIMATE.test(text))) return true;
  return !has(EXPERTS) && others.some(({ text }) => isIllness(text));
}

/** Kind and grade of a disability in cells of their own. */
const KIND = /^\s*(?:肢体|视力|听力|言语|智力|精神|多重)\s*$/u;
const GRADE = /^\s*[一二三四1-4]\s?级\s*$/u;

/** What a list of those who get relief tells beside their names and villages: how much, of what kind, why, of how many. */
const GRANT = /金额|元|标准|保障金|补[贴助]|救助|津贴|慰问|档|等级|级别|类别|类型|种类|情形|原因|事由|人口|人数|收入|帮扶/u;
const AMOUNT = /^\s*[¥￥]?\d[\d,]*(?:\.\d+)?\s*(?:万?元)?\s*$/u;
const PLAIN = /序号|编号|^号$|日期|时间|年龄|年份|月份|出生|电话|村|组|社区|乡|镇|备注/u;

/** Whether an item of relief tells more of its person than name and village. */
const isGranted = ({ fields }: Item, person: Field) =>
  fields.some(
    (field) =>
      field !== person &&
      !PLAIN.test(field.label) &&
      !NOTHING.test(field.text) &&
      (GRANT.test(field.label) || (AMOUNT.test(field.text) && /元|\d{3}/u.test(field.text))),
  );

/** What nobody studies or teaches in so few words. */
const INTIMATE = /终止妊娠|流产|引产|取环|上环|结扎|HIV|艾滋|梅毒|吸毒/u;
const NOTHING = /^\s*(?:无|否|—+|-+|\/|正常|健康|良好|一般|较好)\s*$/u;

/** Who gets how much, in a sentence: `给予王小明临时救助金4000元`. */
const PAID = new RegExp(
  `(?:给予|为|向|给|发放|对象|[、，,：:户])\\s*(${NAME})(?:家庭|户|一家)?(?:发放|的|(?:被|拟)?(?:纳入|享受|领取)\\p{Script=Han}{0,6}?)?(?:(?:临时|医疗|困难|急难|特困|生活|残疾)(?:生活)?(?:救助|补助)|救助|低保|慰问|供养|护理补贴)(?:金|款|补助)?[^\\d。;\\n]{0,10}\\d[\\d.,]*万?元`,
  'gu',
);
/** What a sentence says of those who get relief. */
const GRANTS = /纳入|给予|享受|发放|保障|救助|认定|核准|批准|审批|新增|取消|停发/u;

/** Names in lines that hold several, or nothing but one. */
const listedIn = (text: string): number =>
  text.split('\n').reduce((sum, line) => {
    const names = Math.max(namesListed(line), GRANTS.test(line) ? namesStrung(line) : 0);
    return sum + (names > 1 || isName(line.replace(/^\s*\d{1,3}[.、)）]/u, '')) ? Math.max(1, names) : 0);
  }, 0);
