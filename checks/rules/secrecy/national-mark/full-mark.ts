import type { Stretch } from '../../../text/apart.ts';
import { announcesExample, isMention, isQuoted } from '../../../text/mention.ts';
import type { Passage } from '../../../text/passage.ts';
import { CONDITION, GAP, LEVEL, STAR, TERM } from './level.ts';

const STARRED = new RegExp(`${LEVEL}(?:${GAP}(?:级|件|文件))?${GAP}[(【\\[〔]?${GAP}${STAR}+${GAP}(?:${TERM}|${CONDITION})`, 'gu');
const STARLESS = new RegExp(
  `(?<=[(【\\[〔]${GAP})${LEVEL}(?:${GAP}级)?[、,·/\\-—(【〔\\]】\\s]{0,4}${TERM}(?=[^)】]{0,8}[)】\\]〕])`,
  'gu',
);
/** A star is read as any character or none from a picture. */
const SCANNED = new RegExp(`${LEVEL}${GAP}.?${GAP}(?:[\\dlIO]{1,2}${GAP}(?:年|个月)|长期)`, 'gu');
const LONGEST_SCANNED_LINE = 30;

/** Marks written in full, level and term, that the passage bears. */
export function fullMarks(passage: Passage, before: Passage | undefined): Stretch[] {
  const { text, kind } = passage;
  if (!/密/u.test(text)) return [];
  const forms = kind === 'ocr' && text.length <= LONGEST_SCANNED_LINE ? [STARRED, STARLESS, SCANNED] : [STARRED, STARLESS];
  const talks = kind === 'code' ? isBookQuoted : isMention;
  if (before && kind !== 'ocr' && announcesExample(before.text)) return [];
  return forms
    .flatMap((form) => [...text.matchAll(form)])
    .map(({ 0: { length }, index }) => ({ start: index, end: index + length }))
    .filter(({ start, end }) => !talks(text, start, end));
}

/** Quotation marks of a program are no quotation. */
const isBookQuoted = (text: string, start: number, end: number) => text.includes('“') && isQuoted(text, start, end);
