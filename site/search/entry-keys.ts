import { facetKeys, rowOf } from './facets.ts';
import { fold } from './fold.ts';
import { keysOf } from './keys.ts';
import { readPage, searchedIn } from './page-text.ts';
import { readReading } from './reading-text.ts';
import type { Part } from './shelf.ts';

/** What an entry is looked up by, each key once. @param readings pages with the text of its attachments */
export function entryKeys(number: string, html: string, readings: readonly string[], part: Part): number[] {
  const page = readPage(html);
  if (!page) return [];
  if (part === 'files') return [...new Set(readings.flatMap((reading) => keysOf(fold(readReading(reading)))))];
  const keys = keysOf(fold(searchedIn(page, part)));
  return part === 'title' ? keys : [...keys, ...facetKeys(rowOf(number, html))];
}
