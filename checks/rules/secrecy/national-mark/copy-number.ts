import type { Passage } from '../../../text/passage.ts';

/** GB/T 9704: only a paper that is secret has a copy number, of six digits, at the top left. */
const LABELLED = /^\s*(?:份\s*号|印\s*制\s*份\s*号)\s*[:：]?\s*(?:No\.?)?\s*\d{4,6}\s*(?:\n|$)/iu;
const ALONE = /^\s*\d{6}\s*(?:\n|$)/u;
/** What the head of an official paper has below. */
const HEAD = /(?:文件|纪要|电报)\s*(?:\n|$)|[〔[(]\d{4}[〕\])]\s*\d{1,4}\s*号/u;
/** So many passages are the head of a paper. */
const FIRST = 4;
const LONGEST = 200;

/** The passage of the head that holds a copy number; undefined when there is none. */
export function copyNumber(passages: readonly Passage[]): Passage | undefined {
  const head = passages
    .filter(({ kind }) => kind === 'paragraph' || kind === 'ocr' || kind === 'shape' || kind === 'margin')
    .slice(0, FIRST);
  return head.find(({ text }, at) => {
    if (LABELLED.test(text)) return true;
    return at === 0 && ALONE.test(text) && head.some((other) => HEAD.test(other.text.slice(0, LONGEST)));
  });
}
