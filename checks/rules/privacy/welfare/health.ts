import { looksLikeName } from '../../../text/given-names.ts';
import type { Passage } from '../../../text/passage.ts';
import { couldBeName, isName, NAME, namesIn, startsWithName } from '../../../text/people.ts';
import { peopleIn } from '../../../text/people-in.ts';
import { hasDoor } from '../home-address/door.ts';

/** An illness, disability, treatment, addiction or pregnancy that a sentence tells. */
const ILLNESS = new RegExp(
  [
    '癌|瘤|白血病|血友病|贫血|紫癜|狼疮|尿毒症|透析|肾衰|(?:肾|心|肝|呼吸)(?:功能)?衰竭|肝硬化|冠心病|心脏病|心梗|心肌梗|心脏(?:搭桥|支架|手术)|高血压|糖尿病|酮症|甲亢',
    '脑梗|脑卒中|脑出血|脑瘫|脑外伤|中风|瘫痪|[偏截]瘫|癫痫|帕金森|痴呆|阿尔茨海默|肌无力|肌萎缩|渐冻',
    '(?:肝|肾|肺|胰腺|胃|肠|脑|脊柱|脊髓|骨髓|关节|心肌|皮肌)[^,。;、\\s]{0,2}炎|乙肝|丙肝|肺结核|结核病|尘肺|矽肺|慢阻肺|哮喘|肺气肿',
    '类风湿|股骨头坏死|腰椎[间骨压]|骨折|截肢|离断|眼球破裂|失明|失聪|聋哑|畸形|唇腭裂|侏儒|先天性[^,。;]{0,6}[病症]|白化病|综合[征症]',
    '精神病|精神障碍|精神分裂|抑郁|焦虑症|躁狂|双相|自闭症|孤独症|智障|智力低下|发育迟缓',
    '(?:智力|肢体|精神|多重|视力|听力|言语)残疾|残疾[一二三四]级|[一二三四]级残疾|(?:智力|肢体|视力|听力|言语|精神|多重|[肢智视听])残?[一二三四]级|失能|卧床|植物人|昏迷不醒|病史|确诊|重病|大病|患病|因病(?!\\p{Script=Han}{0,4}(?:无效|逝世|去世))',
    '艾滋|HIV|梅毒|淋病|性病|(?:抗体|病毒|核酸|抗原)[^,。;]{0,4}阳性|化疗|放疗|(?:肾|肝|骨髓|器官|角膜)移植',
    '烧伤|烫伤|植皮|换肾|支架|搭桥|结石|穿孔|惊厥|终止妊娠|取环|结扎|住院(?!证|手续|处|病|押|预|治疗费|期间|人次|总|部|楼|医|费|报销|床|率|服务)|做了?[\\p{Script=Han}]{0,4}手术|动了?手术|术后|切除术?|摘除|[手脚指趾腿臂掌][\\p{Script=Han}、]{0,4}(?:压断|切断|砸断|绞断|残)|[双左右]眼?(?:目|耳|眼)(?:失|盲|全盲|聋)|双目|眼盲|目盲|失智|瘫在|瘫痪|瘫倒|脑(?:萎缩|积水|膜炎|死亡|瘤|伤)|[一二三四五六七八九十]级伤残|伤残[一二三四五六七八九十]级|(?:智力|听力|视力|语言|言语|肢体|认知)障碍|[视听]障(?!碍)|精神(?:失常|异常|有问题)|神志不清|氯氮平|胰岛素|抗抑郁药|透析|布鲁氏|包虫病|肝包虫|克山病|大骨节|做过?(?:手术|搭桥|化疗)|人流|怀了?孕|待产|临产|不治之症|绝症|晚期|大出血|病危|休克|昏迷|吸毒|吸食|复吸|冰毒|海洛因|戒毒|美沙酮|尿检|怀孕|孕[期早中晚\\d]|流产|引产|不孕|不育',
  ].join('|'),
  'u',
);
/** What a cell tells in a word or two. */
const IN_CELL =
  /残疾|(?:智力|肢体|视力|听力|言语|精神|多重)残?[一二三四]级|瘫|大病|因[病残]|住院|手术|[腿手脚眼腰耳]残|致残|盲(?!区)|聋|哑|痴呆|痴傻|智障|[肾肝心]移植|病亡|病故|猝死|心梗|过敏|营养不良|侧弯|自残|吸毒|丧失(?:劳动|生活)/u;
/** What says nothing of anybody: what is treated, organised or paid for. */
const OF_OTHERS =
  /残疾人|[\p{Script=Han}、]{0,8}(?:患者|防治|防控|筛查|科普|救治|诊治|义诊)|病(?:房|防)|[\p{Script=Han}]{1,3}科|康复中心|戒毒(?:所|工作|民警|中心|场所)|无[^,。;]{0,6}病史/gu;
/** Says that somebody is ill, not that ill people are spoken of: `系精神障碍患者`. */
const IS_ILL = new RegExp(
  `^[^。;，,\\n]{0,12}(?:系|是|为|属于?)[^。;，,\\n]{0,10}(?:${ILLNESS.source})[^。;，,\\n]{0,4}(?:患者|病人)`,
  'u',
);
/** Before the illness, words that the person treats, teaches or looks after it. */
const WORKS =
  /(?<![经由被请向])(?:医师|医生|护士|主任|院长|教授|专家|民警|研究员|擅长|从医|行医|坐诊|主讲|诊室|照[顾料看]|伺候|服侍|赡养|探望|看望|慰问)/u;
/** The same directly before a name: the title of somebody who treats others. */
const TITLED = /(?:医师|医生|护士|主任|院长|教授|专家|民警|研究员|主刀\p{Script=Han}{0,3})\p{Script=Han}{2,4}$/u;
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
const ADDRESSED = new RegExp(`[您你][^\\n]{0,80}?(?:${ILLNESS.source})`, 'u');
/** The name behind what somebody is called by the illness: `白血病患者王小明`. */
const CALLED = new RegExp(`(?:${ILLNESS.source})[病症]?(?:患者|病人|患儿|儿童|老人|女孩|男孩|姑娘|小伙)(${NAME})`, 'gu');
/** In a sentence that goes on with `他`, `她` or `其`. */
const NEXT =
  /^[^\n]{0,70}?[。;,，]\s?[^。;,，\n]{0,8}(?:[他她](?![们人乡方律])|(?<![将把对向给为被让与])其(?![他中余实次它间所]))([^。;\n]{0,40})/u;
const FAR = 130;
/** What somebody has, directly before the name: `右腿截肢的王小明`. */
const AHEAD = /[^。;\n，,、：:]{0,18}的$/u;
const NEAR = 20;
/** So near to the name an illness is the person's. */
const CLOSE = 50;
/** Whoever cares for others, heals, studies or helps them. */
const HELPS =
  /照[顾料看]|伺候|服侍|赡养|护理|救助|救治|资助|帮扶|帮助|结对|陪护|探望|看望|慰问|走访|来到|接诊|收治|治疗过|研究|负责|主持|介绍|提醒|表示|认为|讲|说|指出|建议|强调|演|授课|宣传|防治|预防|捐|献血|志愿|服务|代表|获|荣|当选|先进|模范|典型|主编|编著|发明|创办|成立|带领|完成|主刀|实施|施行|开展/u;
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
  text.length <= 60 && [ILLNESS, IN_CELL].some((words) => words.test(text.replace(OF_OTHERS, '')));

/** Where a passage says of a named person what illness or disability he or she has; undefined when it does not. */
export function tellsHealth({ text, kind }: Passage): [start: number, end: number] | undefined {
  if (!ILLNESS.test(text)) return undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const isItem =
      line.length < LONGEST_ITEM && !SPEAKS.test(line) && (startsWithName(line) || (kind === 'ocr' && FIRST_AS_READ.test(line)));
    if (isItem && isSuffered(line.slice(2))) return [at, at + line.length];
    at += line.length + 1;
  }
  for (const { 0: found, 1: name, 2: said, index } of text.matchAll(BRACKETED))
    if (couldBeName(name!) && isIllness(said!)) return [index, index + found.length];
  for (const { 0: found, 1: name, index } of text.matchAll(BEFORE))
    if (isName(name!) && isSuffered(found)) return [index, index + found.length];
  for (const { 0: found, 1: name, index } of text.matchAll(CALLED))
    if (couldBeName(name!) && looksLikeName(name!)) return [index, index + found.length];
  for (const { start, end } of peopleIn(text)) {
    const told = toldOf(text, start, end);
    if (told !== undefined) return [start, end + told];
  }
  const home = /家?住(?!院|房)[^。;\n]{2,30}/u.exec(text);
  if (home && hasDoor(home[0]) && ADDRESSED.test(text)) return [home.index, home.index + home[0].length];
  const names = [
    ...namesIn(text),
    ...[...text.matchAll(PATIENT)].flatMap(({ 0: found, 1: name, index }) =>
      name === undefined || couldBeName(name) ? [index + found.length] : [],
    ),
  ];
  for (const name of names) {
    const told = text.slice(name, name + REACH);
    if (isSuffered(told)) return [Math.max(0, name - 3), name + told.length];
  }
  return undefined;
}

/** How far behind the name of a person it is told what the person suffers from; undefined when it is not. */
function toldOf(text: string, start: number, end: number): number | undefined {
  if (TITLED.test(text.slice(Math.max(0, start - 9), end))) return undefined;
  const next = NEXT.exec(text.slice(end, end + FAR));
  if (next && isSuffered(next[1]!, HELPS)) return next[0].length;
  const told = text.slice(end, end + CLOSE).split(/[\n。;]/u, 1)[0]!;
  if (isSuffered(told, HELPS)) return told.length;
  const [ahead] = AHEAD.exec(text.slice(Math.max(0, start - NEAR), start)) ?? [''];
  return isSuffered(ahead, HELPS) && !HELPS.test(ahead) ? 0 : undefined;
}

/** Whether what is said behind a name is an illness that the person has, not one that the person treats. */
function isSuffered(told: string, works = WORKS): boolean {
  if (IS_ILL.test(told)) return true;
  const own = told.replace(OF_OTHERS, '');
  const at = own.search(ILLNESS);
  return at >= 0 && ![WORKS, works].some((words) => words.test(own.slice(0, at)));
}
