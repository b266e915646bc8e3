import type { Column } from '../model/column.ts';
import type { Unit } from '../model/unit.ts';

/** Entries per list page, counted from the oldest end; also the grain of list tags. */
export const PAGE_SIZE = 20;

/** Ids of lists: `unit/column`, everything of a unit, everything, a topic. */
export const listOf = {
  column: (unit: string, column: string) => `${unit}/${column}`,
  unit: (unit: string) => `${unit}/*`,
  all: '*/*',
  topic: (topic: string) => `topic/${topic}`,
};

/** Where the lists of an entry follow from: units, and which portal columns gather what. */
export class ListRules {
  readonly #kinds: Map<string, string>;
  readonly #gatherers = new Map<string, { list: string; from?: readonly string[] }[]>();

  constructor(units: readonly Unit[], columns: readonly Column[]) {
    this.#kinds = new Map(units.map((unit) => [unit.id, unit.kind]));
    const county = units.find((unit) => unit.kind === 'county');
    for (const column of columns) {
      if (!county?.columns.includes(column.id)) continue;
      for (const gathered of column.gathers ?? []) {
        const gatherers = this.#gatherers.get(gathered) ?? [];
        gatherers.push({ list: listOf.column(county.id, column.id), from: column.gathers_from });
        this.#gatherers.set(gathered, gatherers);
      }
    }
  }

  /** All lists that a public entry stands in. */
  listsOf(entry: { unit: string; column: string; topics?: readonly string[] }): string[] {
    const kind = this.#kinds.get(entry.unit) ?? '';
    const gathered = (this.#gatherers.get(entry.column) ?? []).filter(({ from }) => !from || from.includes(kind)).map(({ list }) => list);
    return [
      ...new Set([
        listOf.column(entry.unit, entry.column),
        listOf.unit(entry.unit),
        listOf.all,
        ...(entry.topics ?? []).map(listOf.topic),
        ...gathered,
      ]),
    ];
  }
}
