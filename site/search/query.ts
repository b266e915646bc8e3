import { fold } from './fold.ts';

/** What a citizen asks for. The address of the search page says the same. */
export interface Query {
  /** As it was typed. */
  text: string;
  titleOnly: boolean;
  sort: 'relevance' | 'date';
  /** Only entries of one of each. */
  filters: Partial<Record<FacetName, string>>;
}

/** By what results can be narrowed. */
export const FACETS = ['unit', 'type', 'year', 'state'] as const;
export type FacetName = (typeof FACETS)[number];

/** Longer texts are no search. */
const LONGEST = 100;

/** Reads the part of an address after the question mark. */
export function readQuery(search: string): Query {
  const asked = new URLSearchParams(search);
  const filters: Query['filters'] = {};
  for (const name of FACETS) {
    const value = asked.get(name);
    if (value) filters[name] = value;
  }
  return {
    text: (asked.get('q') ?? '').slice(0, LONGEST),
    titleOnly: asked.get('in') === 'title',
    sort: asked.get('sort') === 'date' ? 'date' : 'relevance',
    filters,
  };
}

/** The part of an address after the question mark that says the same; empty for no question. */
export function writeQuery({ text, titleOnly, sort, filters }: Query): string {
  const said = new URLSearchParams();
  if (text !== '') said.set('q', text);
  if (titleOnly) said.set('in', 'title');
  if (sort === 'date') said.set('sort', 'date');
  for (const name of FACETS) if (filters[name]) said.set(name, filters[name]);
  return said.toString();
}

/** The words of a query as they are looked for, each once: white space parts them, all of them must occur. A sign between words is none. */
export function wordsOf(text: string): string[] {
  const words = [...new Set(text.split(/\s+/u).map(fold))].filter((word) => word !== '');
  const said = words.filter((word) => word.length > 1 || /[\p{L}\p{N}]/u.test(word));
  return said.length > 0 ? said : words;
}
