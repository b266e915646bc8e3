import { looksLikeName } from '../../../text/given-names.ts';
import type { Passage } from '../../../text/passage.ts';
import { couldBeName, isCalledElder, NAME, namesIn, startsWithName } from '../../../text/people.ts';
import { peopleIn } from '../../../text/people-in.ts';
import { hasDoor } from '../home-address/door.ts';
import { AILMENT, AILMENT_CELL } from './ailment.ts';
import { OF_OTHERS } from './of-others.ts';

/** Says that somebody is ill, not that ill people are spoken of: `系精神障碍患者`. */
const IS_ILL = new RegExp(
  `^[^。;，,\\n]{0,12}(?:系|是|为|属于?)[^。;，,\\n]{0,10}(?:${AILMENT.source})[^。;，,\\n]{0,4}(?:患者|病人)`,
  'u',
);
/** Before the illness, words that the person treats, teaches or looks after it. */
const WORKS =
  /(?<![经由被请向])(?:医师|医生|护士|主任|院长|教授|专家|民警|研究员|擅长|从医|行医|坐诊|主讲|诊室|照[顾料看]|伺候|服侍|赡养|探望|看望|慰问)/u;
/** The same directly before a name: the title of somebody who treats others. */
const TITLED = /(?:医师|医生|护士|主任|院长|教授|专家|民警|研究员|主刀\p{Script=Han}{0,3})\p{Script=Han}{2,4}$/u;
/** Behind a name that is nobody's: `张大爷（化名）`. */
const MADE_UP = /^\s?[（(](?:化名|虚构|假设|举例)/u;
/** Somebody who is spoken of as ill or in need, or the name behind what he or she suffers from. */
const PATIENT = new RegExp(
  `(?:患者|病人|伤者)(?![和及与或])\\p{Script=Han}{2,4}(?=[（(，,]\\s*(?:男|女|\\d))|(?:患者|病人|病例|伤者|对象[：:]?|死者|居民|村民|群众|老人|学生|儿童|职工|人员|[低保困难贫监测脱特搬]{2}\\p{Script=Han}?户)(?![和及与或])(${NAME})(?=[^\\p{Script=Han}]|患|身患|因|的|系|被|确诊|查出|今年|家|一家|全家|丈夫|妻子)`,
  'gu',
);
const WHO = '村民|居民|群众|老人|学生|孩子|儿子|女儿|妻子|丈夫|父亲|母亲|职工|党员|女孩|男孩';
const BEFORE = new RegExp(
  `(?:身患|患有?|罹患|确诊)[^，,。；;\\n]{2,14}(?:的(?:${WHO})?|[，,](?:${WHO}))(${NAME})(?=[^\\p{Script=Han}]|家|向|在|急|同学|老人|女士|先生|送|捐|$)`,
  'gu',
);
/** A line of a list as OCR gives it, without any sign behind the name. */
const FIRST_AS_READ = new RegExp(`^${NAME}`, 'u');
/** An illness of somebody whom a letter speaks to: with the home in the same paragraph no name is needed. */
const ADDRESSED = new RegExp(`[您你][^\\n]{0,80}?(?:${AILMENT.source})`, 'u');
/** The name behind what somebody is called by the illness: `白血病患者王小明`. */
const CALLED = new RegExp(`(?:${AILMENT.source})[病症]?(?:患者|病人|患儿|儿童|老人|女孩|男孩|姑娘|小伙)(${NAME})`, 'gu');
/** In a sentence that goes on with `他`, `她` or `其`. */
const NEXT =
  /^[^\n]{0,70}?[。;,，]\s?[^。;,，\n]{0,8}(?:[他她](?![们人乡方律])|(?<![将把对向给为被让与])其(?![他中余实次它间所]))([^。;\n]{0,40})/u;
/** The next sentence leaves out whom it speaks of, or speaks of the family: `……。前年查出……`. */
const ELIDED =
  /^[^\n。;]{0,80}[。;]\s?(?:[前去今当同后]年|\d{1,4}[年月]|上个?月|因|由于|一直|长期|从小|自幼|至今|目前|现在?|后来|老[伴婆公]|妻子?|丈夫|媳妇|儿媳?|女儿|[孙侄][子女]|[父母]亲?|[爸妈]|爱人|家[里中]|本人|人)([^。;\n]{0,40})/u;
const FAR = 130;
/** What somebody tells of himself or the family is no help for others: `拉着工作人员的手说，自己……`. */
const OF_ONESELF = /^[^。;\n]{0,30}?(?:说|讲|称|表示|反映|诉苦)[，,：:“]{0,2}(?=自己|本人|我|家里|老[伴公婆]|孩子)/u;
/** What somebody has, directly before the name: `右腿截肢的王小明`. */
const AHEAD = /[^。;\n，,、：:]{0,18}的$/u;
const NEAR = 20;
/** So near to the name an illness is the person's. */
const CLOSE = 50;
/** Whoever cares for others, heals, studies or helps them. */
const HELPS =
  /照[顾料看]|伺候|服侍|赡养|护理|救助|救治|资助|帮扶|帮助|结对|陪护|探望|看望|慰问|走访|来到|接诊|收治|治疗过|研究|从事|负责|主持|介绍|提醒|表示|认为|讲|说|指出|建议|强调|演|授课|宣传|防治|预防|捐|献血|志愿|服务|代表|获|荣|当选|先进|模范|典型|主编|编著|发明|创办|成立|带领|完成|主刀|实施|施行|开展|冲[进上向]|背[出起]|[抢营]救|抢险|扑[救火]|执勤|调研|查看|视察|参观|检查|督导/u;
/** What somebody says, such as in an interview. */
const SPEAKS = /^[^：:]{2,6}[：:].{12}.*。/u;
/** A name with what is said of it in brackets. */
const BRACKETED = new RegExp(`(?:^|[^\\p{Script=Han}]|[员长任师生者户人主名民亲象属村中])(${NAME})[(（]([^()（）]{1,24})[)）]`, 'gu');
/** How far an illness is told from the name. */
const REACH = 70;
/** A longer line is no item of a list. */
const LONGEST_ITEM = 120;

/** Whether a cell says what illness or disability the person of its row has. */
export const isIllness = (text: string): boolean =>
  text.length <= 60 && [AILMENT, AILMENT_CELL].some((words) => words.test(text.replace(OF_OTHERS, '')));

/** Labels of a case history, whose person is named above. */
const CLINICAL =
  /^(?:主诉|现病史|既往|家族史|[入出]院|(?:初步|出院|入院|临床)?诊断|病理|查体|体检|检查|化验|影像|[胃肠]镜|CT|核磁|[B彩]超|心电图?|治疗|处[理置]|手术|用药|医嘱|病情|病因|死因|伤情|转归)[^。]{0,6}[：:]/u;
/** Whether a passage belongs to the case history of whom a passage above names. */
export const isCaseHistory = ({ text }: Passage, above: readonly Passage[]): boolean =>
  CLINICAL.test(text) && AILMENT.test(text) && above.some((other) => namesIn(other.text).length > 0);

/** Somebody whom a form names by its first label. */
const APPLICANT = new RegExp(
  `^\\s*(?:姓名|申请人|户主|患者|职工)(?:姓名)?[:：\\s]{0,4}(${NAME})(?=[^\\p{Script=Han}]|$|性别|单位|年龄)`,
  'u',
);
/** An illness of whoever writes. */
const OF_WRITER = new RegExp(`(?:本人|我)(?:因|于|患|自|\\d)[^。;\\n]{0,16}?(?:${AILMENT.source})`, 'u');
/** Whether somebody whom the form names above tells of the own illness: `困难原因：本人去年确诊……`. */
export const isOfApplicant = ({ text }: Passage, above: readonly Passage[]): boolean =>
  OF_WRITER.test(text) && above.some((other) => couldBeName(APPLICANT.exec(other.text)?.[1] ?? '的'));

/** Where a passage says of a named person what illness or disability he or she has; undefined when it does not. */
export function tellsHealth({ text, kind }: Passage): [start: number, end: number] | undefined {
  if (!AILMENT.test(text)) return undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const isItem =
      line.length < LONGEST_ITEM &&
      !SPEAKS.test(line) &&
      ((startsWithName(line) && !isCalledElder(/\p{Script=Han}+/u.exec(line)![0])) || (kind === 'ocr' && FIRST_AS_READ.test(line)));
    if (isItem && isSuffered(line.slice(2))) return [at, at + line.length];
    at += line.length + 1;
  }
  for (const { 0: found, 1: name, 2: said, index } of text.matchAll(BRACKETED))
    if (isFullName(name!) && isIllness(said!)) return [index, index + found.length];
  for (const { 0: found, 1: name, index } of text.matchAll(BEFORE))
    if (isFullName(name!) && isSuffered(found)) return [index, index + found.length];
  for (const { 0: found, 1: name, index } of text.matchAll(CALLED))
    if (couldBeName(name!) && looksLikeName(name!)) return [index, index + found.length];
  for (const { start, end } of peopleIn(text)) {
    if (isCalledElder(text.slice(start, end))) continue;
    const told = toldOf(text, start, end);
    if (told !== undefined) return [start, end + told];
  }
  const home = /家?住(?!院|房)[^。;\n]{2,30}/u.exec(text);
  if (home && hasDoor(home[0]) && ADDRESSED.test(text)) return [home.index, home.index + home[0].length];
  const names = [
    ...namesIn(text).filter((end) => !isCalledElder(text.slice(end - 3, end))),
    ...[...text.matchAll(PATIENT)].flatMap(({ 0: found, 1: name, index }) =>
      name === undefined || isFullName(name) ? [index + found.length] : [],
    ),
  ];
  for (const name of names) {
    const told = text.slice(name, name + REACH);
    if (isSuffered(told)) return [Math.max(0, name - 3), name + told.length];
  }
  return undefined;
}

const isFullName = (name: string): boolean => couldBeName(name) && !isCalledElder(name);

/** How far behind the name of a person it is told what the person suffers from; undefined when it is not. */
function toldOf(text: string, start: number, end: number): number | undefined {
  if (TITLED.test(text.slice(Math.max(0, start - 9), end)) || MADE_UP.test(text.slice(end, end + 6))) return undefined;
  for (const form of [NEXT, ELIDED]) {
    const next = form.exec(text.slice(end, end + FAR));
    if (next && isSuffered(next[1]!, HELPS)) return next[0].length;
  }
  const told = text
    .slice(end, end + CLOSE)
    .split(/[\n。;]/u, 1)[0]!
    .replace(OF_ONESELF, '');
  if (isSuffered(told, HELPS)) return told.length;
  const [ahead] = AHEAD.exec(text.slice(Math.max(0, start - NEAR), start)) ?? [''];
  return isSuffered(ahead, HELPS) && !HELPS.test(ahead) ? 0 : undefined;
}

/** Whether what is said behind a name is an illness that the person has, not one that the person treats. */
function isSuffered(told: string, works = WORKS): boolean {
  if (IS_ILL.test(told)) return true;
  const own = told.replace(OF_OTHERS, '');
  const at = own.search(AILMENT);
  return at >= 0 && ![WORKS, works].some((words) => words.test(own.slice(0, at)));
}
