import { between } from './page-text.ts';
import { FACETS, type FacetName } from './query.ts';

/**
 * The values by which an entry is found when results are narrowed, as its page tells them. The unit is named by its code, with
 * which index numbers begin.
 */
export function facetsOf(number: string, html: string): Record<FacetName, string> {
  const article = html.slice(html.indexOf('<article class="entry '), html.indexOf('</header>', html.indexOf('<article class="entry ')));
  return {
    unit: number.slice(0, 9),
    type: between(article, '<article class="entry ', '"'),
    year: between(article, '<time datetime="', '"').slice(0, 4),
    state: between(article, '<span class="badge ', '</span>').replace(/^[^>]*>/u, ''),
  };
}

/** A value of a facet as a key: 32 bits (FNV-1a), of which the first are those of private characters, which no text holds. */
export function facetKey(name: FacetName, value: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${name}=${value}`) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return (hash & 0x0fffffff) | 0xe0000000;
}

/** The keys of all values of an entry. */
export function facetKeys(number: string, html: string): number[] {
  const values = facetsOf(number, html);
  return FACETS.flatMap((name) => (values[name] === '' ? [] : [facetKey(name, values[name])]));
}
