import { coreOf } from './near.ts';

/** The words that a question is put together from, for whoever wrote them as one; undefined where there are not several. */
export function partsOf(text: string): string | undefined {
  // Older browsers cannot tell words apart.
  if (!('Segmenter' in Intl)) return undefined;
  const segments = new Intl.Segmenter('zh', { granularity: 'word' }).segment(coreOf(text));
  const words: string[] = [];
  let rest = '';
  for (const { segment } of segments) {
    // Characters that are told apart one by one are a word that is not known; one by itself says little.
    rest = segment.length === 1 ? rest + segment : '';
    if (segment.length > 1) words.push(segment);
    else if (rest.length > 2) words[words.length - 1] = rest;
    else if (rest.length === 2) words.push(rest);
  }
  return words.length > 1 ? words.join(' ') : undefined;
}
