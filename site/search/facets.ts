import { between } from './page-text.ts';
import type { FacetName } from './query.ts';
import type { Row } from './register.ts';

/** What an entry's page tells of it beside its text. @param number index number */
export function rowOf(number: string, html: string): Row {
  const from = html.indexOf('<article class="entry ');
  const article = html.slice(from, html.indexOf('</header>', from));
  return {
    number,
    day: between(article, '<time datetime="', '"').slice(0, 10) || `${number.slice(10, 14)}-${number.slice(14, 16)}-01`,
    type: between(article, '<article class="entry ', '"'),
    state: between(article, '<span class="badge ', '</span>').replace(/^[^>]*>/u, ''),
  };
}

/** The value by which an entry is found when results are narrowed. The unit is named by its code, with which index numbers begin. */
export function facetOf({ number, day, type, state }: Row, name: FacetName): string {
  return { unit: number.slice(0, 9), type, year: day.slice(0, 4), state }[name];
}

/** A value of a facet as a key: 32 bits (FNV-1a), of which the first are those of private characters, which no text holds. */
export function facetKey(name: FacetName, value: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${name}=${value}`) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return (hash & 0x0fffffff) | 0xe0000000;
}

/** Facets that are looked up as keys are; units are told by index numbers. */
export const KEPT_AS_KEYS = ['type', 'year', 'state'] as const satisfies FacetName[];

/** The keys of all values of an entry. */
export const facetKeys = (row: Row): number[] =>
  KEPT_AS_KEYS.flatMap((name) => (facetOf(row, name) === '' ? [] : [facetKey(name, facetOf(row, name))]));
