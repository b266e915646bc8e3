import type { Stretch } from '../../../text/apart.ts';
import type { Passage } from '../../../text/passage.ts';
import { LEVEL, TERM } from './level.ts';

const PART = new RegExp(
  `(?<=^\\d{0,4}|[\\-_+.()【】\\[\\]〔〕/\\\\])(?:${LEVEL}(?:级|件)?(?:.?${TERM})?|㊙|密件|涉密)(?=[\\-_+.()【】\\[\\]〔〕]|$)`,
  'gu',
);
const FRONT = new RegExp(`(?<=^|/)(?:㊙|${LEVEL}.?${TERM})`, 'gu');

/** Marks in the name of a file or sheet, or in the address of a file: a part of its own, or in front. */
export function nameMarks({ text, kind }: Passage): Stretch[] {
  if (kind === 'link' && !/\.[a-z]{2,5}$/iu.test(text)) return [];
  const at = kind === 'link' ? text.lastIndexOf('/') + 1 : 0;
  return [PART, FRONT]
    .flatMap((form) => [...text.matchAll(form)])
    .filter(({ index }) => index >= at)
    .map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
}
