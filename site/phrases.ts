/** A title so short stands on one line of a phone. */
const ONE_LINE = 14;
/** What belongs to the word before it, or is no word by itself. */
const LEANS = /^(?:[的了等之性者们化个点室局处科所站厂院校区村镇乡令案]$|\d|\P{L})/u;
/** What belongs to the word after it. */
const LEADS = /(?:^[县市省第各全本]|第|\d|\P{L})$/u;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** The pieces of a title between which a line may end, so that no word is torn apart. */
export function toPhrases(title: string): string[] {
  if (title.length <= ONE_LINE) return [title];
  const phrases: string[] = [];
  let wasSingle = false;
  for (const { segment } of words.segment(title)) {
    const last = phrases.at(-1);
    // Characters that are told apart one by one are a word that is not known.
    const isSingle = /^\p{Script=Han}$/u.test(segment);
    if (last !== undefined && (LEANS.test(segment) || LEADS.test(last) || (isSingle && wasSingle)))
      phrases[phrases.length - 1] = last + segment;
    else phrases.push(segment);
    wasSingle = isSingle;
  }
  return phrases;
}
