import { facetOf } from './facets.ts';
import { FACETS, type FacetName, type Query } from './query.ts';
import type { Results } from './results.ts';
import type { Search } from './search.ts';

/** How many results each value of a facet would leave with the other facets as they are. */
export interface Counts {
  /** Otherwise there are at most so many. */
  isExact: boolean;
  of: Record<FacetName, ReadonlyMap<string, number>>;
}

/** Counts what was found in one or more ways of putting a question. */
export async function countValues(search: Search, { filters }: Query, found: readonly Results[]): Promise<Counts> {
  const sets = found.map(({ unfiltered }) => unfiltered);
  const positions = new Set(sets.flatMap((set) => [...set.positions]));
  const of = {
    unit: new Map<string, number>(),
    type: new Map<string, number>(),
    year: new Map<string, number>(),
    state: new Map<string, number>(),
  };
  const { numbering } = search;
  for (const [year, some] of Map.groupBy(positions, (position) => numbering.yearAt(position))) {
    const register = await search.register(year);
    for (const position of some) {
      const row = register.row(numbering.numberAt(position));
      if (!row) continue;
      const missed = FACETS.filter((name) => filters[name] && filters[name] !== facetOf(row, name));
      for (const name of FACETS) {
        const value = facetOf(row, name);
        if (missed.every((each) => each === name)) of[name].set(value, (of[name].get(value) ?? 0) + 1);
      }
    }
  }
  return { isExact: sets.every(({ isExact }) => isExact), of };
}
