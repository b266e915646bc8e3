import type { Stretch } from '../../../text/apart.ts';
import { isMention } from '../../../text/mention.ts';
import { isNotice } from '../../../text/notice.ts';
import type { Passage } from '../../../text/passage.ts';
import { standalone } from '../../../text/standalone.ts';
import { LEVEL, toLevel } from './level.ts';

const IS_LEVEL = new RegExp(`^${LEVEL}[级件]?(?:文件|资料|材料)?$`, 'u');
/** The number of a paper beside its level in brackets. */
const NUMBER = /^.{0,8}\d{4}$|^\d{1,4}号$/u;
/** What colleagues tell each other of a paper: that it is one of a level, comes from one or is kept like one. */
const SPOKEN = new RegExp(
  `(?:${LEVEL}(?:级|件|文件|资料|★|《)|(?:[是为属定标]|来自|摘自|转自|含|涉及?)(?:到|于|有)?${LEVEL}(?![\\p{Script=Han}])|按(?:照)?${LEVEL}[级件]?(?:文件|资料)?(?:管理|掌握|保管|对待))`,
  'gu',
);
/** Around it, that it is none, no longer, or one of many. */
const DENIED =
  /[不非无未没]|解[除密]|降密|已公开|是否|如果|[绝机秘]密级?[、/或和]|[以之]上|资质|应当|国家秘密|考试|试[题卷]|[绝机秘]密(?:级|件|文件)?(?:载体|事项|以|及|档案)|清退|销毁|制度|规定|人员|岗位|鉴定|某/u;
/** What follows forbids to tell, which is no denial. */
const FORBIDS = /[,，。;；]?(?:不[要得能许准]|请?勿|别).*/u;
const NEAR = 14;
/** A secret paper that is given by its number: `秘密电报（岚机发〔2026〕11号）`. */
const WITH_NUMBER = new RegExp(
  `${LEVEL}级?(?:文件|电报|函件?|传真|通知|件)?[（(][^（）()\\n]{0,12}[〔\\[]\\d{4}[〕\\]]\\s?\\d{1,4}号`,
  'gu',
);

/**
 * Levels among other words that keep a paper from others, in a line or brackets of their own, or with the number of the paper.
 * @param isRemark whether the passage stands beside the words of its document and tells of them, as a remark does
 */
export function noticedLevels({ text }: Passage, isRemark: boolean): Stretch[] {
  if (!/密/u.test(text)) return [];
  const noticed = [...standalone(text)].filter(({ clauses, isBracketed }) => {
    const levels = clauses.filter((clause) => IS_LEVEL.test(clause));
    const isNumbered = isBracketed && clauses.some((clause) => NUMBER.test(clause));
    return levels.length > 0 && new Set(levels.map(toLevel)).size === 1 && (isNumbered || isNotice({ clauses, before: '' }));
  });
  const brackets = [...standalone(text)].filter(({ isBracketed, clauses }) => isBracketed && !IS_LEVEL.test(clauses[0] ?? ''));
  const spoken = [...text.matchAll(SPOKEN)]
    .map(({ 0: { length }, index }) => ({ start: index, end: index + length }))
    .filter(({ start, end }) => {
      const bracket = brackets.find((each) => each.start < start && end < each.end);
      const [first, last] = bracket ? [bracket.start, bracket.end] : [0, text.length];
      const around = text.slice(Math.max(first, start - NEAR), Math.min(last, end + NEAR)).replace(FORBIDS, '');
      return (isRemark || bracket || isForbidden(text.slice(end, end + NEAR))) && !DENIED.test(around);
    });
  const numbered = [...text.matchAll(WITH_NUMBER)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
  return [...noticed, ...spoken, ...numbered]
    .map(({ start, end }) => ({ start, end }))
    .filter(({ start, end }) => !isMention(text, start, end));
}

/** `机密级的，大家不要记录`: what is said to those who listen or read. */
const isForbidden = (behind: string) =>
  /^的?(?:国家秘密)?[,，。](?:请)?(?:大家|各位|同志们|务必|看完|请)?(?:不[要许准]|请?勿|别|看[完后]|用后)/u.test(behind);
