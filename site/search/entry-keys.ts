import { facetKeys, rowOf } from './facets.ts';
import { fold } from './fold.ts';
import { keysOf } from './keys.ts';
import { readPage, searchedIn } from './page-text.ts';
import { readReading } from './reading-text.ts';

/** What an entry is looked up by, each key once. @param readings pages with the text of its attachments */
export function entryKeys(number: string, html: string, readings: readonly string[], part: 'text' | 'title'): number[] {
  const page = readPage(html);
  if (!page) return [];
  const own = fold(searchedIn(page, part));
  if (part === 'title') return keysOf(own);
  const keys = [own, ...readings.map((reading) => fold(readReading(reading)))].flatMap(keysOf);
  return [...new Set([...keys, ...facetKeys(rowOf(number, html))])];
}
