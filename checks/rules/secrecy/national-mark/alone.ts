import type { Stretch } from '../../../text/apart.ts';
import type { Passage } from '../../../text/passage.ts';
import { GAP, LEVEL, SIGNS, STAR, TERM, toLevel } from './level.ts';

const OPEN = '[【(\\[〔<〈〖「『]?';
const CLOSE = '[】)\\]〕>〉〗」』]?';
/** What else may stand in the line of a mark: copy number, urgency, number of the document. */
const BESIDE =
  /(?<=^|[\s·•/|,;:])(?:(?:份号|编号|No\.?|第)[::]?\s?\d{1,8}(?:号|份)?|\d{3,8}(?:号|份)?|内部(?:[资文材][料件])?|(?:保密)?期限?[::]?\s?(?:[\d一二三四五六七八九十两]{1,3}(?:年|个?月|天|日)|长期)|注意保[存密管]|严禁外传|不得外传|阅后[收退交]回|特提|特急|加急|平急|急件|平件|(?:紧急程度|缓急|【?等级】?)[::]?|[一-龥]{1,8}〔\d{4}〕\d{1,4}号)(?=$|[\s·•/|,;])/gu;
/** A mark in brackets behind a title that has a line for itself. */
const TRAILING = new RegExp(
  `^[^。;,:?!]{4,40}(?<!资质|等级|级别|分为|包括|科目|题型)[【(\\[〔]${GAP}(?<mark>${LEVEL}(?:级|件)?|密件|涉密)${GAP}[】)\\]〕]\\s*$`,
  'u',
);
const ALONE = new RegExp(
  `^(?:[\\s·•/|,;]|${STAR})*${OPEN}${GAP}(?:国家秘密[·•:\\-—|、 ]{1,3})?(?<mark>㊙|密件|${LEVEL}(?:${GAP}(?:级|件|文件|资料|材料))?(?:${GAP}(?:.?|${SIGNS})${GAP}${TERM})?)${GAP}${CLOSE}(?:[\\s·•/|,;]|${STAR})*$`,
  'u',
);
/** A longer line is a sentence. */
const LONGEST = 80;
const TELEGRAM = new RegExp(
  `等${GAP}级[】\\]]?[::\\s]*(?:(?:特提|特急|加急|平急)[·、/\\s]*)?(?<mark>${LEVEL})(?=\\s|$)(?!\\s+${LEVEL})`,
  'u',
);
/** A mark in front of a title. */
const LEADING = new RegExp(
  `^\\s*(?:(?<short>[绝机秘]?密[(【\\[〔]${GAP}${TERM}${GAP}[)】\\]〕])(?=\\s|\\p{Nd}|$)|[【(\\[〔]${GAP}(?<bracketed>㊙|密件|涉密|${LEVEL}级?(?:${GAP}.?${GAP}${TERM})?)${GAP}[】)\\]〕]|(?<circled>㊙)(?=[\\s\\d【(]|$))`,
  'u',
);

/** In front of the words of a property, which has no line for it: `机密 布局图`. */
const HEADS = new RegExp(`^\\s*(?<mark>${LEVEL})(?:级|件)?[\\s:,·]+\\S`, 'u');

/** What parts the halves of a line such as the imprint: a level in brackets between them stands alone. */
const WIDE = / {2,}|\t+/u;
const SEGMENT = new RegExp(`^[【(\\[〔]${GAP}(?<mark>${LEVEL}(?:级|件)?)${GAP}[】)\\]〕]$`, 'u');
/** Bare levels do beside what heads or ends of papers have. */
const BARE = new RegExp(`^(?<mark>${LEVEL}(?:级|件)?)$`, 'u');
const OF_PAPER =
  /^(?:特[提急]|加急|平急|[报送]\s?[:：]|抄[报送]|印发|签发|共印|第\s?\d+\s?[期号份])|[〔[(]\d{4}[〕\])]\s*\d{1,4}\s*号$|^\d{4}年\d{1,2}月(?:\d{1,2}日)?(?:印发)?$|(?:办公室|委员会|政府|局|办|委|厅|院)(?:印发)?$|(?:文件|简报|专报|专刊|电报|快报|传真|通报)$/u;

/** Marks that have a line of the passage for themselves, or stand in front of it. */
export function aloneMarks({ text, kind, where }: Passage): Stretch[] {
  if (!/密|㊙/u.test(text)) return [];
  const found: Stretch[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const match = markOf(line) ?? (kind === 'property' && !/关键词|标记|keywords/iu.test(where) ? HEADS.exec(line) : null);
    const mark = match?.groups?.mark ?? match?.groups?.bracketed ?? match?.groups?.circled ?? match?.groups?.short;
    if (match && mark !== undefined) {
      const start = at + Math.max(0, line.indexOf(mark));
      found.push({ start, end: start + mark.length });
    }
    at += line.length + 1;
  }
  return found;
}

function markOf(line: string): RegExpExecArray | null {
  const leading = LEADING.exec(line);
  if (leading || line.trim().length > LONGEST) return leading;
  return ALONE.exec(line.replace(BESIDE, '')) ?? TELEGRAM.exec(line) ?? TRAILING.exec(line) ?? segmentOf(line);
}

/** The part of a line that is a level and nothing else, if no other part is. */
function segmentOf(line: string): RegExpExecArray | null {
  const segments = line.trim().split(WIDE);
  if (segments.length < 2) return null;
  const isOfPaper = segments.some((segment) => OF_PAPER.test(segment));
  const marks = segments.map((segment) => SEGMENT.exec(segment) ?? (isOfPaper ? BARE.exec(segment) : null)).filter((mark) => mark !== null);
  return marks.length === 1 ? marks[0]! : null;
}

/** Behind a level words on what it means, or the next level to choose from. */
const EXPLAINED = /国家秘密|[绝机秘]密级|密级|定密|泄[露漏]|是指|指的|^\s*(?:[(（]?[绝机秘]密|公开|内部|非密|普通|其他)[^\n]{0,4}(?:\n|$)/u;

/** Whether a text names several levels, each with words behind it that explain it, instead of bearing them. */
export function explainsLevels(marked: readonly { mark: string; behind: string }[]): boolean {
  return (
    new Set(marked.flatMap(({ mark }) => toLevel(mark) ?? [])).size > 1 && marked.slice(0, -1).every(({ behind }) => EXPLAINED.test(behind))
  );
}
