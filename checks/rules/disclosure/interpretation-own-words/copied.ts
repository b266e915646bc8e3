/** Sentences shorter than this stand in many texts. In characters. */
const SHORTEST = 12;

/** Share of a text's characters that stand, in whole sentences, in another text as well; short texts and sentences do not count. */
export function shareCopied(text: string, other: string): number {
  const source = plain(other);
  const sentences = text.split(/[。；！？\n]/u).map(plain);
  const long = sentences.filter(({ length }) => length >= SHORTEST);
  const all = sum(long);
  return all < 5 * SHORTEST ? 0 : sum(long.filter((sentence) => source.includes(sentence))) / all;
}

const sum = (texts: readonly string[]) => texts.reduce((total, { length }) => total + length, 0);

/** Letters and digits only, so that marks and layout make no difference. */
const plain = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
