import { partsOf } from './parts.ts';
import { TRADITIONAL } from './paths.ts';
import type { Query } from './query.ts';
import type { Results } from './results.ts';
import type { Hit, Search } from './search.ts';
import { isSimplified } from './simplified.ts';
import { rephrase } from './synonyms.ts';

/** Results that are read and shown at a time: a page of results is as dear as so many pages of entries. */
export const AT_A_TIME = 5;
/** Other ways of putting a question that are tried. */
const MOST_OTHERS = 3;
/** Ways of putting it whose words are looked for apart. */
const MOST_WAYS = 2;
/** Who has had so many characters read in vain is told that nothing was found, sooner than more are read. */
const MOST_READ = 150_000;

/** What a citizen is shown for a question. */
export interface Answer {
  /**
   * `found`: what holds the words. `instead`: nothing does, but something the same in simplified characters or in other words, or
   * the words apart.
   * `near`: titles that are close. `about`: what speaks of the same. `none`: nothing.
   */
  how: 'found' | 'instead' | 'near' | 'about' | 'none';
  /** The words that were found, or that were asked for in simplified characters. */
  text: string;
  hits: Hit[];
  /** Of which the hits are the first; not for titles that are only close. */
  results?: Results;
  /** What the official word for it finds beside, where little was found. */
  official?: { text: string; hits: Hit[]; results: Results };
}

/** Looks for the words as they stand; if nothing holds them, for the same put otherwise; then for titles that are close, and for the words apart. */
export async function answer(search: Search, query: Query): Promise<Answer> {
  const results = await search.find(query);
  const hits = await results.next(AT_A_TIME);
  if (hits.length > 0)
    return { how: 'found', text: query.text, hits, results, ...(results.isDone && (await inOfficialWords(search, query, hits))) };
  const simplified = await simplify(search, query.text);
  const others = [...(simplified === query.text ? [] : [simplified]), ...rephrase(simplified).map(({ text }) => text)];
  const tried: { text: string; results: Results }[] = [];
  for (const text of others.slice(0, MOST_OTHERS)) {
    tried.push({ text, results: await search.find({ ...query, text }) });
    if (tried.at(-1)!.results.isInTitles) break;
  }
  for (const { text, results } of tried.sort((a, b) => Number(b.results.isInTitles) - Number(a.results.isInTitles))) {
    const hits = await results.next(AT_A_TIME);
    if (hits.length > 0) return { how: 'instead', text, hits, results };
  }
  const near = await search.near({ ...query, text: simplified });
  if (near.length > 0) return { how: 'near', text: simplified, hits: near };
  const ways = [simplified, ...rephrase(simplified).flatMap(({ text, isOfficial }) => (isOfficial ? text : []))];
  for (const text of ways.slice(0, MOST_WAYS).flatMap((way) => partsOf(way) ?? [])) {
    if (search.charactersRead > MOST_READ) break;
    const apart = await search.find({ ...query, text });
    const found = await apart.next(AT_A_TIME);
    if (found.length > 0) return { how: 'instead', text, hits: found, results: apart };
  }
  const about = search.charactersRead > MOST_READ ? [] : await search.about({ ...query, text: simplified });
  return { how: about.length > 0 ? 'about' : 'none', text: simplified, hits: about };
}

async function inOfficialWords(search: Search, query: Query, known: readonly Hit[]): Promise<Pick<Answer, 'official'>> {
  const official = rephrase(query.text).find(({ isOfficial }) => isOfficial);
  if (!official) return {};
  const results = await search.find({ ...query, text: official.text });
  const hits = (await results.next(AT_A_TIME)).filter(({ href }) => !known.some((each) => each.href === href));
  return hits.length > 0 ? { official: { text: official.text, hits, results } } : {};
}

/** The text in simplified characters, where it has any others. */
async function simplify(search: Search, text: string): Promise<string> {
  if (isSimplified(text)) return text;
  const pairs = await search.once(TRADITIONAL, async (path) => JSON.parse((await search.fetch.text(path)) ?? '""') as string);
  return [...text].map((character) => simplifiedIn(pairs, character)).join('');
}

function simplifiedIn(pairs: string, character: string): string {
  for (let at = pairs.indexOf(character); at >= 0; at = pairs.indexOf(character, at + 1)) if (at % 2 === 0) return pairs[at + 1]!;
  return character;
}
