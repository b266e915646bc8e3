import type { Column } from '../model/column.ts';
import type { Duty } from '../model/duty.ts';
import type { Unit } from '../model/unit.ts';

/** Entries per list page, counted from the oldest end; also the grain of list tags. */
export const PAGE_SIZE = 20;

/** Ids of lists: `unit/column`, everything of a unit, everything, a topic, what a unit did about a duty or about any. */
export const listOf = {
  column: (unit: string, column: string) => `${unit}/${column}`,
  unit: (unit: string) => `${unit}/*`,
  all: '*/*',
  topic: (topic: string) => `topic/${topic}`,
  /** Entries that prove that the unit did its duty, and its statements that there was nothing to publish. */
  duty: (unit: string, duty: string) => `${unit}/+${duty}`,
  /** The same of all duties of a unit; of all units with `*`. */
  disclosed: (unit: string) => `${unit}/+`,
};

/** Lists of policy documents over all units: all, by year of the document, by subject, and those that are or will be no longer as they were. */
export const policyListOf = {
  all: '+policies/all',
  year: (year: number) => `+policies/year-${year}`,
  subject: (subject: string) => `+policies/subject-${subject}`,
  changing: '+policies/changing',
};

/** What decides about the lists of an entry. */
interface Listed {
  unit: string;
  type: string;
  column: string;
  topics?: readonly string[];
  duties?: readonly string[];
  /** Of a statement that there is nothing to publish. */
  duty?: string;
  published_at?: string;
  /** Of a policy document. */
  document_date?: string;
  subject?: string;
  validity?: string;
  valid_until?: string;
  effective_on?: string;
}

/** Where the lists of an entry follow from: units, which portal columns gather what, and which types prove a duty. */
export class ListRules {
  readonly #kinds: Map<string, string>;
  readonly #gatherers = new Map<string, { list: string; from?: readonly string[] }[]>();

  readonly #proofs: Map<string, readonly string[]>;

  constructor(units: readonly Unit[], columns: readonly Column[], duties: readonly Pick<Duty, 'id' | 'proof'>[]) {
    this.#proofs = new Map(duties.map(({ id, proof }) => [id, proof]));
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
  listsOf(entry: Listed): string[] {
    const kind = this.#kinds.get(entry.unit) ?? '';
    const duties = this.#dutiesOf(entry);
    const gathered = (this.#gatherers.get(entry.column) ?? []).filter(({ from }) => !from || from.includes(kind)).map(({ list }) => list);
    return [
      ...new Set([
        listOf.column(entry.unit, entry.column),
        listOf.unit(entry.unit),
        listOf.all,
        ...(entry.topics ?? []).map(listOf.topic),
        ...gathered,
        ...duties.map((duty) => listOf.duty(entry.unit, duty)),
        ...(duties.length > 0 ? [listOf.disclosed(entry.unit), listOf.disclosed('*')] : []),
        ...(entry.type === 'policy' ? policyListsOf(entry) : []),
      ]),
    ];
  }
  #dutiesOf({ type, duties = [], duty }: Listed): string[] {
    const proven = duties.filter((id) => this.#proofs.get(id)?.includes(type));
    return duty !== undefined && this.#proofs.has(duty) ? [...proven, duty] : proven;
  }
}

function policyListsOf({
  document_date = '',
  subject = '',
  validity,
  valid_until,
  effective_on = '',
  published_at = '',
}: Listed): string[] {
  const changes = validity !== 'in-force' || valid_until !== undefined || effective_on > published_at.slice(0, 10);
  return [
    policyListOf.all,
    policyListOf.year(Number(document_date.slice(0, 4))),
    policyListOf.subject(subject),
    ...(changes ? [policyListOf.changing] : []),
  ];
}
