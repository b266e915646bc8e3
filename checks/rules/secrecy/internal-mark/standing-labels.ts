import type { Stretch } from '../../../text/apart.ts';
import { isNotice, OF_WORKS } from '../../../text/notice.ts';
import type { Passage } from '../../../text/passage.ts';
import { isAmong, isOfThings, isRange, keepsHere, keepsIn, keepsOff, limits, restricts, wantsBack } from '../../../text/restriction.ts';
import { type Standalone, standalone } from '../../../text/standalone.ts';

const PAPER =
  '资料|文件|材料|参考|参阅|掌握|刊物|信息|学习|明电|传真|通报|情况|简报|专报|快报|动态|文稿|讨论|征求意见|工作|安排|通知|传阅|阅读|交流|使用|发行|汇编|台账|名单|数据|档案|电报|纪要|内容|报告|方案|会议|口径|培训|教材|课件|手册|问答|知悉|审阅|印发|通讯录|名册|清单|图纸|计划|题库|预案|流程|记录|数据表|价格|稿|件|版|用|阅';
/** `内部资料`, `内部工作安排`, `本报告系内部文件`. */
const INTERNAL = new RegExp(
  `^(?:(?:本|此)\\p{Script=Han}{1,4}?(?:系|为|属于?|是))?内部(?:${PAPER}){1,2}(?:性文件|稿|件|版|用)?(?:之[一二三四五六七八九十])?$|^(?:以[下上]\\p{Script=Han}{0,4}|[本此]\\p{Script=Han}{1,4})(?:系|为|属于?|是|涉及)工作秘密$`,
  'u',
);
/** Names that a paper alone bears, without a word that keeps it from others. */
const DRAFT = /^内部(?:(?:讨论|征求意见|送审|传阅|参考)?稿|(?:传阅|参考)?件|版|本)$|^内参$/u;
/** What begins so has its restriction in one clause: `内部资料请勿外传`. */
const BEGINS = new RegExp(`^内部(?:${PAPER}){1,2}(?=\\p{Script=Han}{4})`, 'u');
/** Says nothing by itself. */
const FOR_REFERENCE = /^[仅只]?供参[考阅]$/u;
/** A paper of a meeting, by the clause that names it. */
const OF_MEETING = /(?:材料|资料|文件|稿|件|议题)(?:之?[一二三四五六七八九十\d]{1,2})?$/u;
/** What is not yet for everybody. */
const NOT_YET = /稿$|^(?:暂?未|尚未|没有)\p{Script=Han}{0,2}(?:公开|公布|发布|定稿)|^(?:初步|过程|敏感)/u;
/** What colleagues tell each other: `承办科室内部意见`. */
const WITHIN = /内部(?:\p{Script=Han}{0,4}(?:意见|口径|备注|批注|说明)|情况|信息|讨论|研究|掌握|记录|数据|稿|材料|资料|文件)/u;
/** Words of rules on papers. */
const RULES = /应当|必须|凡|标[注明有]|字样|规定|条例|制度|办法|管理|要求|违反|是否|如何|什么|的$/u;
/** Copies of it are counted: `内部资料·编号 0158`. */
const NUMBERED = /^(?:编号|份号|序号|No\.?)?\s?\d{2,6}号?$/iu;
const OTHERS = 3;
const LONGEST_OTHER = 24;

/** Labels that have a line or brackets for themselves and consist of clauses that keep a paper inside. */
export function standingLabels({ text }: Passage): Stretch[] {
  if (!/内\s*[部参]|外|[仅只供限]|后|公开|上网|发布|保密|工作秘密|阅|知[悉晓情]|看|勿|不得|毕|泄|酝酿|期|收|抄|转/u.test(text)) return [];
  return [...standalone(text)]
    .filter((each) => ((isLabel(each) || isLimit(each)) && !isRule(each)) || isBehindTitle(each))
    .map(({ start, end }) => ({ start, end }));
}

/**
 * Notices in other words to those who have the paper, where one can stand.
 * @param isPlace whether it can stand in the passage without brackets
 */
export const standingNotices = ({ text }: Passage, isPlace: boolean): Stretch[] =>
  [...standalone(text)]
    .filter((each) => (isPlace || each.isBracketed) && isNotice(each) && !isRule(each))
    .map(({ start, end }) => ({ start, end }));

/** A title with the word for its paper behind it in brackets: `关于……的通报（内部文件）`. */
const TITLE = /(?:通知|通报|报告|函|意见|方案|决定|纪要|请示|批复|简报|专报|讲话|要点|清单|预案|材料|说明|汇报|计划|口径|情况)$/u;
const isBehindTitle = ({ clauses, before, behind }: Standalone) =>
  clauses.length === 1 &&
  behind === '' &&
  /^内部(?:资料|文件|材料|参考|参阅|掌握|使用|传阅|学习|稿|件|版)$|^(?:请|务必|须)?(?:注意|严格)?保密$/u.test(clauses[0]!) &&
  TITLE.test(before) &&
  !/[。;,、]/u.test(before);

function isLabel({ clauses: all, before }: Standalone): boolean {
  if (all.some(isOfGivers)) return false;
  const clauses = all.filter(
    (clause, at) => !(all.length > 1 && (isCounted(clause) || (isCounted(all[at - 1] ?? '') && isCounted(clause)))),
  );
  const others = clauses.filter((clause) => !isInternal(clause) && !restricts(rest(clause)));
  if (others.length > OTHERS || others.some((clause) => clause.length > LONGEST_OTHER || RULES.test(clause))) return false;
  const has = (is: (clause: string) => boolean) => clauses.some(is);
  const restricted = (clause: string) => restricts(rest(clause));
  if (has(isInternal) && (has(restricted) || has((clause) => FOR_REFERENCE.test(clause)))) return true;
  if (clauses.length === 1 && DRAFT.test(clauses[0]!)) return true;
  if (has((clause) => isAmong(clause) && !isOfThings(clause)) && (others.length === 0 || clauses.filter(restricted).length > 1))
    return true;
  if (has(wantsBack) && (others.every((clause) => OF_MEETING.test(clause)) || (others.length < 2 && clauses.filter(restricted).length > 1)))
    return true;
  if (has(isInternal) && others.every((clause) => NUMBERED.test(clause)) && all.some((clause) => NUMBERED.test(clause))) return true;
  if (others.length === 1 && WITHIN.test(others[0]!) && (has(keepsIn) || has(keepsOff))) return true;
  if (has(keepsOff) && others.length === 1 && NOT_YET.test(others[0]!)) return true;
  if (others.length === 0 && before !== '' && !OF_PAPER.test(before.slice(-NEAR)) && !clauses.some((clause) => FIRMLY.test(clause)))
    return false;
  return (
    (has(keepsIn) || (has(keepsOff) && others.length > 0)) &&
    others.length < 2 &&
    others.every((clause) => NOT_YET.test(clause) || IS_PAPER.test(clause))
  );
}

/** What such a limit is put on, in its own words or in the title before it. */
const OF_PAPER =
  /材料|资料|文件|文本|[稿件]|名单|[表册]|报告|纪要|方案|汇报|议题|通报|专报|简报|内容|数据|口径|情况|意见|预案|清单|台账|课件|讲话|提纲/u;

/** A clause that names a paper and nothing else: `会议记录`, `股室工作底表`. */
const IS_PAPER =
  /^(?![^的]*(?:公开|申请|登记|报名|考|答))\p{Script=Han}{0,12}(?:记录|纪要|摘[记抄要录]|底[表稿账]|草稿|原稿|材料|资料|文件|清单|名单|台账|口径|要点|意见|汇报|通报|报告|方案|预案|数据|明细|报价|测算)$/u;
/** So far before brackets the paper is named that they speak of. */
const NEAR = 40;
/** What speaks of those who give their data, opinions or answers: it is promised to them, not told of the paper. */
const GIVERS =
  /个人(?:信息|隐私|资料)|隐私|填[写报]|所填|您|提供的|[举投][报诉]人?|检举|申请人|受访|答[卷案题]|作答|匿名|选填|留言人|来信人/u;
const WORKS = new RegExp(`${OF_WORKS}|投稿`, 'u');
const isOfGivers = (clause: string) => GIVERS.test(clause);
/** The number of a copy and the word for it. */
const isCounted = (clause: string) => /^(?:编号|份号|序号|第|No\.?)?\s?\d{0,6}\s?[号份]?$/iu.test(clause);

/** How a clause begins that forbids: that something is not published otherwise says no more than that. */
const FIRMLY = /^(?:请|务必|严禁|禁止|不得|切勿|勿|不要|不准|不许|注意|妥善|[阅用会看]后?)/u;
/** Not to be published a second time is no secret. */
const ONLY_HERE = /另行|再次|再行|单独|重复/u;
/** A clause that speaks of the paper it stands in. */
const ITSELF =
  /^(?:[本此该]|这[一两几]?|以上|上述|上面[这的]?)\p{Script=Han}{0,4}(?:[件稿表册文页段]|邮件|短信|消息|信息|通知|材料|资料|文本|内容|图片|截图|视频|名单|数据|报告|方案|纪要|清单|口径|[两几三四五]?[条点项])/u;

/** Whether clauses limit who may have the paper, by their shape alone. */
function isLimit({ clauses, before }: Standalone): boolean {
  if (clauses.some((clause) => isOfThings(clause) || isOfGivers(clause) || WORKS.test(clause))) return false;
  if (clauses.some(isRange)) return true;
  if (
    clauses.some(
      (clause, at) => restricts(clause) && (FIRMLY.test(clause) || (ITSELF.test(clauses[at - 1] ?? '') && !ONLY_HERE.test(clause))),
    ) &&
    clauses.some((clause) => ITSELF.test(clause))
  )
    return true;
  const others = clauses.filter((clause) => !limits(clause) && !keepsHere(clause) && !restricts(clause));
  if (others.length > 2 || others.some((clause) => clause.length > LONGEST_OTHER || RULES.test(clause))) return false;
  return (
    (clauses.some(limits) && others.length < 2) || (clauses.some(keepsHere) && OF_PAPER.test(`${before.slice(-40)}${clauses.join('')}`))
  );
}

const isInternal = (clause: string) => INTERNAL.test(clause) || (BEGINS.test(clause) && restricts(rest(clause)));
const rest = (clause: string) => clause.replace(BEGINS, '');

/** Whom a rule binds, whatever papers they have. */
const BOUND = /^(?![本此该与参])\p{Script=Han}{2,10}(?:人员|干部|单位|部门|机关)(?:一律)?(?:不得|严禁|不准|禁止|应)/u;

/** Behind a term that a rule will use again: `（以下统称公共数据提供单位）`. */
const DEFINES = /^(?:以下|下文|本\p{Script=Han}{1,2})?[统简合并]称/u;

/** An item of a numbered list is a rule, as is what binds those of a trade or gives a name. */
const isRule = ({ before, behind, clauses: [first = '', ...others] }: Standalone) =>
  (before === '' && behind === '' && (/^(?:\d{1,2}|[一二三四五六七八九十]{1,3}|第.{1,3}条)$/u.test(first) || BOUND.test(first))) ||
  (others.length === 0 && DEFINES.test(first));
