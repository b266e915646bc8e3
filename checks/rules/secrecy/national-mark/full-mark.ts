import type { Stretch } from '../../../text/apart.ts';
import { announcesExample, isMention, isQuoted } from '../../../text/mention.ts';
import type { Passage } from '../../../text/passage.ts';
import { CONDITION, GAP, JOINT, LEVEL, STAR, TERM } from './level.ts';

/** Other shapes in the place of the star, which lists begin with too. */
const SHAPE = '[▲△▼◆◇◎●■※❖♦♥♠♣✦✧§]';

const STARRED = new RegExp(
  `${LEVEL}(?:${GAP}(?:级|件|文件))?${JOINT}[(【\\[〔]?${GAP}(?:${STAR}+${JOINT}(?:${TERM}|${CONDITION})|${SHAPE}${GAP}${TERM})`,
  'gu',
);
/** At the beginning of a line or in brackets, whatever words follow the star: the event that ends the secrecy. */
const STARRED_FIRST = new RegExp(
  `(?<=(?:^|[\\n(【\\[〔])[ \\t#>]{0,8})${LEVEL}${GAP}(?:级)?${GAP}${STAR}${GAP}(?!保密|标[志识注]|符号|表示|是)[\\p{L}\\d]`,
  'gu',
);
const STARLESS = new RegExp(
  `(?<=[(【\\[〔]${GAP})${LEVEL}(?:${GAP}级)?[、,·/\\-—(【〔\\]】\\s]{0,4}${TERM}(?=[^)】]{0,8}[)】\\]〕])`,
  'gu',
);
/** A star is read as any character or none from a picture. */
const SCANNED = new RegExp(`${LEVEL}${GAP}.?${GAP}(?:[\\dlIO]{1,2}${GAP}(?:年|个月)|长期)`, 'gu');
const LONGEST_SCANNED_LINE = 30;
/** In Latin letters: `JiMi★10Y`, `SECRET / 10Y`. */
const LATIN = new RegExp(
  `(?<![A-Za-z])(?:(?:jue|ji|mi)[ _-]?mi[ \\t]{0,4}${STAR}|(?:(?:top[ ]?)?secret|confidential)[ \\t]{0,4}(?:${STAR}|/))[ \\t]{0,4}\\d{1,2}[ \\t]?(?:Y(?:ears?)?|年)(?![A-Za-z])`,
  'giu',
);

/** Marks written in full, level and term, that the passage bears. */
export function fullMarks(passage: Passage, before: Passage | undefined): Stretch[] {
  const { text, kind } = passage;
  if (!/密|mi|secret|confidential/iu.test(text)) return [];
  const forms =
    kind === 'ocr' && text.length <= LONGEST_SCANNED_LINE
      ? [STARRED, STARRED_FIRST, STARLESS, LATIN, SCANNED]
      : [STARRED, STARRED_FIRST, STARLESS, LATIN];
  const talks = kind === 'code' ? isBookQuoted : isMention;
  if (before && kind !== 'ocr' && announcesExample(before.text)) return [];
  return forms
    .flatMap((form) => [...text.matchAll(form)])
    .map(({ 0: { length }, index }) => ({ start: index, end: index + length }))
    .filter(({ start, end }) => !talks(text, start, end) || isCopied(text, start, end));
}

/** What a quotation goes on with behind the mark when it copies a secret paper instead of explaining marks: number or title. */
const NUMBER = /^[^“”"。\n]{0,24}[〔[(]\d{4}[〕\])]\s*\d{1,4}\s*号/u;
const TITLE = /^[^“”"。\n]{0,8}关于[^“”"。\n]{2,40}的(?:通知|通报|批复|请示|报告|函|复函|意见|方案|决定|纪要|命令)/u;
/** What stands in front of an example. */
const EXAMPLE = /(?:如(?!下)|例|示范|样式|样|标[注明为]|格式)[^“”"。;\n]{0,10}[“"]?$/u;

const isCopied = (text: string, start: number, end: number): boolean => {
  const behind = text.slice(end, end + 80);
  return (NUMBER.test(behind) || TITLE.test(behind)) && !EXAMPLE.test(text.slice(Math.max(0, start - 20), start));
};

/** Quotation marks of a program are no quotation. */
const isBookQuoted = (text: string, start: number, end: number) => text.includes('“') && isQuoted(text, start, end);
