import { looksLikeName } from '../../../text/given-names.ts';
import type { Passage } from '../../../text/passage.ts';
import { couldBeName, NAME } from '../../../text/people.ts';
import { peopleIn } from '../../../text/people-in.ts';

/** What follows a child's name in a sentence. */
const BEHIND =
  '(?=[\\s，,（(。；;、]|$|因|和|与|在|于|父|母|家|今年|现年|现就读|就读|患|在校|被|的[父母爷奶监]|随|由|跟|系|打|沉|拒|逃|没|曾|竟|总|常|长期|多次|记过|一事|做|进行|离|从|到|背|身|用于)';
/** A child named in full: behind a class or a word for a child, or with an age under eighteen, or born so late. */
const CHILD = new RegExp(
  `(?:(?:[一二三四五六七八九]年级|[初高][一二三])(?:[（(]\\d{1,2}[)）]班)?(?:的|学生)?[\\s]*|(?:学生|女生|男生|小朋友|孩子|小学生|[初高]中生|中学生|幼儿|幼童|少年|少女|女童|男童|女孩|男孩|女婴|男婴|儿童|孤儿|同学|未成年人|孙女|孙子|(?:(?<!\\d)1?\\d|(?<![一二三四五六七八九十])(?:[一二三四五六七八九]|十[一二三四五六七]?))岁的)|班)\\s*(${NAME})${BEHIND}|(${NAME})(?=[，,（(]{1,2}(?:[男女][，,])?(?:案发时|时年|现年|当时|事发时|年仅|仅)?(?:\\d|1[0-7])岁|[，,](?:[初高][一二三]|录取学校)|今年(?:\\d|1[0-7])岁|[，,（(]{1,2}(?:[男女][，,]{1,2})?20(?:09|[1-9]\\d)年\\d{1,2}月[^，,。]{0,4}生)|(?:真名|本名|名叫|名字叫)(${NAME})(?=[，,。（(])`,
  'gu',
);
/** A child in a list, with the class behind the name. */
const LISTED = new RegExp(
  `(?<=^|[^\\p{Script=Han}]|[于给为名叫是])(${NAME})(?=[，,（(][\\p{Script=Han}\\d（()）]{0,12}?(?:[一二三四五六七八九]年级|[大中小]班)(?!\\p{Script=Han}{0,6}(?:教师|老师|班主任|组长|教研)))`,
  'gu',
);
/** The child of somebody who speaks or is spoken of; a grown-up one has no school. */
const KIN = new RegExp(
  `(?:女儿|儿子|孩子|小孩|娃娃?|外孙女?|孙女|孙子|侄[子女儿]|外甥女?|弟弟|妹妹)[\\s：:]*(${NAME})(?=[\\s，,（(。；;、]|在|现|就读|上|读|被|今年|于|是|系)`,
  'gu',
);
const SCHOOL = /[一二三四五六七八九]年级|[初高][一二三]|小学|幼儿园|初中|中学|高中|[小中大]班|学校|同学|班主任|(?<!\d)(?:\d|1[0-7])岁/u;
const DETAIL =
  /不起诉|帮教|矫正|围堵|威胁|勒索|恐吓|遭|[被遭](?:\p{Script=Han}{0,8})打|打伤|围殴|霸凌|欺负|辱骂|训诫|走失|失踪|溺水|坠[楼亡]|轻生|自杀|自残|离家出走|早恋|斗殴|体罚|罚站|不愿上学|不敢上学|拒学|休学|退学|孤独症|自闭|智力|发育|住院|确诊|受伤|死亡|遇难|身亡|救助|资助金|助学金|补助|扔|起哄|孤立|排挤|扒|猥|骚扰|早产|弃婴|收养|送养|领养|父亲|母亲|父母|奶奶|爷爷|祖父|祖母|外祖|姑姑|叔父|[爸妈]|继[父母]|养[父母]|寄养|遗弃|辍学|失学|猥亵|性侵|强奸|侵害|被害|监护|离异|离婚|服刑|改嫁|失联|厌学|逃课|抑郁|自伤|焦虑|处分|记过|留校察看|低保|孤儿|残疾|患|欺凌|被扇|立案|盗窃|犯罪|拘留|出生|身份证|单亲|住[\p{Script=Han}]{0,12}[组号]|家住|[组号]\d*号|手术|坐牢|入狱|外公|外婆|姥[姥爷]|舅|打架|打人|皮带|鞭|怀孕|劝返|开除|警告|偷|抢劫|[烧烫摔]伤|[白血肿瘤癌]病|病情|治疗|善款|捐款|困难|贫困|特困|家境|家里|手机|电话|生日|肥胖|营养不良|侧弯|转学|网瘾|心理|哭|扇耳光|孕|沉迷|拒绝|推搡|推了|不满|疑似|被告人|判处|被害|惊厥|高热|发烧|痊愈|过敏|异常反应|流浪|乞讨|家庭/u;
/** What lists and news of honours say too. */
const HONOUR = /一起(?!生活|住|过)|活动|参加|参观|体验|研学|亲子|游戏|获|奖|冠军|名列|入选|作品|演出|表演|朗诵|比赛|参赛|夺/u;
const FAMILY = /父亲|母亲|父母|[爸妈]|奶奶|爷爷|外公|外婆|家里|家庭|老师/gu;
/** How far behind the name something is told of the child. */
const REACH = 70;

/** Crimes and harm that a sentence can tell before it names the child. */
const HARM =
  /盗窃|抢劫|抢夺|诈骗|犯罪|涉嫌|殴打|打伤|欺凌|霸凌|围堵|猥亵|性侵|强奸|被害|受害|遭|自杀|轻生|溺|离家|遗弃|失踪|走失|服刑|残疾|患|孤儿|辍学|怀孕/u;
/** So far before the name, in the same sentence. */
const BEFORE = 40;

/** Words of a notice by which a lost child is sought, and of whom to tell. */
const SOUGHT = /线索|协查|寻人|寻找/u;
const LOST = /走失|失踪|离家出走|家中|父母|家长|家属/gu;

/** Where a passage seeks a lost child by name; undefined when it does not. */
export function seeksChild({ text }: Passage): [start: number, end: number] | undefined {
  if (!SOUGHT.test(text) || !/走失|失踪|离家/u.test(text)) return undefined;
  const child = [...text.matchAll(CHILD)].find((groups) => looksLikeName((groups[1] ?? groups[2] ?? groups[3])!));
  return child && [child.index, child.index + child[0].length];
}

/** Words for children that other words follow as often as names do: `孩子有发热、咳嗽的`. */
const ANY_CHILD = /(?:孩子|学生|幼儿|同学|小朋友|少年|少女|儿童)\s*$/u;

/** Where a passage tells of a named child what family, mind or conduct it has; undefined when it does not. */
export function tellsOfChild({ text }: Passage): [start: number, end: number] | undefined {
  const kin = [...text.matchAll(KIN)].filter(({ 0: found, index }) => SCHOOL.test(text.slice(index, index + found.length + REACH)));
  for (const { 0: found, index, ...groups } of [...text.matchAll(CHILD), ...text.matchAll(LISTED), ...kin]) {
    const name = groups[1] ?? groups[2] ?? groups[3];
    const told = text.slice(index + found.length, index + found.length + REACH).split('\n', 1)[0]!;
    const said = told.replace(HONOUR.test(told) ? FAMILY : /(?!)/gu, '').replace(SOUGHT.test(text) ? LOST : /(?!)/gu, '');
    const isApart = !ANY_CHILD.test(found.slice(0, -name!.length)) || looksLikeName(name!);
    const before = text
      .slice(Math.max(0, index - BEFORE), index)
      .split(/[\n。;!?]/u)
      .at(-1)!;
    if (couldBeName(name!) && isApart && (DETAIL.test(said) || (looksLikeName(name!) && HARM.test(before) && !HONOUR.test(told))))
      return [index, index + found.length + told.length];
  }
  return undefined;
}

/** What goes wrong in a family, of whoever brings the child up. */
const TROUBLE =
  /(?:[爸妈爹娘父母爷奶公婆]亲?|姥[姥爷]|老人|家长|监护人|家[里中])[^，,。;；\n]{0,14}(?:改嫁|再婚|离[婚异家]|走了|出走|坐牢|[牢狱]里|服刑|[患有得]?病|残|[死亡]|去世|过世|不在|在外|外出|打工|跑[船车]|管不[住了]|音讯|失联|酗酒|赌|打骂|低保|贫困|困难|没(?:人|有)管|没了|都不在)/u;
/** Who is named behind or before such words works with children. */
const TEACHER = /^(?:老师|校长|园长|主任|书记|教练|医生|局长|同志)/u;

/** Where a passage of a paper on children names somebody and tells of trouble in the family; undefined when it does not. */
export function tellsOfFamily({ text }: Passage): [start: number, end: number] | undefined {
  if (!TROUBLE.test(text)) return undefined;
  for (const { start, end } of peopleIn(text)) {
    const told = text.slice(end, end + REACH).split('\n', 1)[0]!;
    const trouble = TEACHER.test(told) || HONOUR.test(told) ? null : TROUBLE.exec(told);
    if (trouble) return [start, end + trouble.index + trouble[0].length];
  }
  return undefined;
}
