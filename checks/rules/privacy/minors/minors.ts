import { block, defineRule, warn } from '../../../rule.ts';
import { type Field, type Item, personOf } from '../../../text/item.ts';
import { itemsIn } from '../../../text/items.ts';
import { isName, namesListed } from '../../../text/people.ts';
import { subjectOf } from '../../../text/subject-of.ts';
import { seeksChild, tellsOfChild, tellsOfFamily } from './children.ts';

const CHILDREN = /[（(]\d{1,2}[）)]班|班级|小学|幼儿园|家校|儿童|孤儿|留守|未成年|幼儿|受助学生|资助学生|困境|控辍|失学|学生/u;
/** Columns of a table whose rows are children. */
const CHILD_COLUMN = /儿童|孩子|宝宝|爸|妈|学生|孤儿|幼儿|监护人|家长|抚养人|班级|年级|就读|送养|收养/u;
/** What may be told beside a child's name: school, class, and what lists of honours and events have. Anything else is a detail. */
const HARMLESS =
  /^$|^(?:序号?|编号|号|组别?|桌号|座位号?|考场|考号|准考证号?|性别|民族|学校|就读学校|所在学校|毕业学校|院校|幼儿园|录取\p{Script=Han}{0,4}|园所|单位|参赛单位|报送单位|推荐单位|班|班级|班别|年级|年级班级|学段|日期|时间|签到|签字|备注|乡镇|村|社区|街道|区县|届次|批次|座号|棒次|号码布|选手号)$|姓名|名字|奖|名次|成绩|作品|得分|分数|总分|荣誉|称号|项目|节目|角色|曲目|赛|教练|指导|辅导|领队|教师|老师|班主任|科目|学科|题目|书目|志愿|专业/u;
/** Lists of children for care or health, not of prizes or admissions. */
const CARE = /儿童|孤儿|留守|未成年|幼儿|困境|失学/u;
/** Lists of pupils and small children; not of those who won or teach. */
const PUPILS = /少儿|少年宫|小学生|(?:小学|年级|幼儿园)[^教]{0,16}(?:新生|分班|学员|营员|学生|录取|名单)/u;
const HONOURED = /奖|竞赛|比赛|优秀|三好|教师|招聘|园长|校长|志愿者/u;
/** Grown-ups who work for children. */
const STAFF =
  /主任|教师|老师|教练|园长|校长|医师|医生|督导|负责人|保育|辅导|讲|志愿|律师|法官|检察|承办|干部|社工|代表人|联系人|家长学校|岗位|学科|作者|author|editor|编者|译者|主编|出版|任教|专业|职务|职称|录取(?!幼儿园|小学)/u;
/** Classes of primary schools and kindergartens, and columns of lists of honours. */
const CLASS =
  /^(?:[一二三四五六]年级|[大中小托]班|小学[一二三四五六]|[一二三四五六][（(\d]\d{0,2}[)）]?班?$|[大中小托][一二三四五六\d]班?$)/u;
/** The same in a title or the name of a sheet, above a column of those in the class. */
const CLASS_NAMED = /[一二三四五六]年级|[大中小托][一二三四五六七八九\d]?班|幼儿园|小学/u;
const PUPIL_COLUMN = /学生|幼儿|儿童|孩子|宝宝|小朋友/u;
const HONOUR_COLUMN = /奖|名次|成绩|作品|得分|荣誉|称号|项目|节目/u;
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
    sought: warn(({ where }) => `${where}写出了走失儿童的姓名。核实由公安机关发布、家属同意；人找到后撤下。`),
    names: warn(({ where }) => `${where}有成列的儿童全名。不必要的改登人数，必要的隐去一个字。`),
  },
  check(document, report) {
    const subject = subjectOf(document);
    const isOfChildren = CHILDREN.test(subject) && !/儿童主任|督导员|教师|教练|班主任|辅导员|志愿者|医师/u.test(subject);
    const isOfClass = CLASS_NAMED.test(subject) && !HONOURED.test(subject);
    const isCare = CARE.test(subject) || (PUPILS.test(subject) && !HONOURED.test(subject));
    const named: Field[] = [];
    let isTold = false;
    for (const item of itemsIn(document).all) {
      const child = personOf(item);
      if (!child || item.labels.some((label) => STAFF.test(label))) continue;
      const isChild = isOfChildren || item.labels.some((label) => CHILD_COLUMN.test(label));
      if (isChild ? hasDetail(item, child) : isYoung(item) && tellsFamily(item)) {
        report('table', child.passage.spot(child.start, child.end));
        isTold = true;
      } else if (
        isCare ||
        item.labels.some((label) => CARE.test(label)) ||
        (isPupil(item) && !HONOURED.test(subject)) ||
        (isOfClass && PUPIL_COLUMN.test(child.label))
      )
        named.push(child);
    }
    const isList = !isTold && named.length >= NAMES;
    if (isList) report('names', named[0]!.passage.spot(named[0]!.start, named[0]!.end));
    let isSaid = isList;
    for (const passage of document.passages) {
      if (passage.cell) continue;
      const at = tellsOfChild(passage) ?? (isOfChildren || /家访/u.test(subject) ? tellsOfFamily(passage) : undefined);
      const sought = at ? undefined : seeksChild(passage);
      if (at) report('person', passage.spot(...at));
      else if (sought) report('sought', passage.spot(...sought));
      else if (!isSaid && isCare && listsNames(passage.text)) {
        report('names', passage.spot());
        isSaid = true;
      }
    }
  },
});

/** Whether an item is of somebody in a class, who has won nothing by it. */
const isPupil = ({ fields, labels }: Item) =>
  fields.some(({ text }) => CLASS.test(text.trim())) && !labels.some((label) => HONOUR_COLUMN.test(label));

/** Whether the person of an item was born so late. */
const isYoung = ({ fields }: Item) =>
  fields.some(
    ({ label, text }) =>
      (/出生|生日/u.test(label) && /^\s*20(?:09|[1-9]\d)\D/u.test(text)) || (/年龄/u.test(label) && /^\s*(?:\d|1[0-7])岁?\s*$/u.test(text)),
  );
/** Columns of a home that is not as it should be, whatever they are called. */
const FAMILY = /家[里中庭]|跟谁|随谁|照[料顾看]|抚养|监护|父|母|爸|妈|爷|奶|困难|情况|帮扶|关爱|心理|病|残/u;
const tellsFamily = ({ fields }: Item) => fields.some(({ label, text }) => FAMILY.test(label) && !NOTHING.test(text));

/** Whether a line strings names together, or lines have one each. */
function listsNames(text: string): boolean {
  const lines = text.split('\n');
  return (
    lines.some((line) => namesListed(line) >= NAMES) ||
    lines.filter((line) => isName(line.replace(/^\s*\d{1,3}[.、)）]/u, ''))).length >= NAMES
  );
}

/** Whether something is told of a child beside name, school and class. */
const hasDetail = ({ fields }: Item, child: Field) =>
  fields.some((field) => field !== child && !HARMLESS.test(field.label) && !NOTHING.test(field.text));
const NOTHING = /^\s*(?:无|否|—+|-+|\/|\*+)?\s*$/u;
