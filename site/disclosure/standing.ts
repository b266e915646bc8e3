import type { Item } from '../../cms/library/item.ts';
import type { Library } from '../../cms/library/library.ts';
import { listOf } from '../../cms/library/lists.ts';
import { binds, type Duty, standsInUnitFile } from '../../cms/model/duty.ts';
import type { Unit } from '../../cms/model/unit.ts';
import { nextDue, nextStatementDue } from './clock.ts';

/** How a unit stands with a duty, by the newest thing that it published about it. */
export const STATES = {
  published: { word: '已公开', tone: 'open' },
  nil: { word: '声明无此类信息', tone: 'closed' },
  ended: { word: '声明期满', tone: 'warn' },
  overdue: { word: '到期未更新', tone: 'warn' },
  open: { word: '尚未公开', tone: 'warn' },
} as const;

export interface Standing {
  duty: Duty;
  unit: Unit;
  state: keyof typeof STATES;
  /** The newest proof or statement; none for what stands in the unit's own file. */
  latest: Item | undefined;
  /** Entries and statements. */
  count: number;
  /** Last day on which the next must be public, for what is due on dates, or on which the next statement must be made. */
  due: string | undefined;
}

/** Duties that bind a unit, in the order of the catalogue. */
export const dutiesOf = (library: Library, unit: Unit): Duty[] => library.duties().filter((duty) => binds(duty, unit));

/** Units that a duty binds, in their order. */
export const ownersOf = (library: Library, duty: Duty): Unit[] => library.units().filter((unit) => binds(duty, unit));

export function standingOf(library: Library, unit: Unit, duty: Duty): Standing {
  const list = listOf.duty(unit.id, duty.id);
  const count = library.count(list);
  // What stands in the unit's own file is as new as that; entries about it are more, not newer.
  const [latest] = count > 0 && !standsInUnitFile(duty) ? library.latest(list, 1) : [];
  const due = latest && dueAfter(duty, latest);
  return { duty, unit, state: stateOf(library, duty, latest, due), latest, count, due };
}

function stateOf(library: Library, duty: Duty, latest: Item | undefined, due: string | undefined): Standing['state'] {
  if (!latest) return standsInUnitFile(duty) ? 'published' : 'open';
  const isOver = due !== undefined && library.isPast(due);
  if (latest.type === 'nil-statement') return isOver ? 'ended' : 'nil';
  return isOver ? 'overdue' : 'published';
}

const dueAfter = (duty: Duty, latest: Item): string | undefined =>
  latest.type === 'nil-statement'
    ? nextStatementDue((latest as Item<'nil-statement'>).data)
    : nextDue(duty, latest.publishedAt.slice(0, 10));

/** Duties by domain, both in the order of the catalogue. */
export const byDomain = (duties: readonly Duty[]): [domain: string, duties: Duty[]][] => [...Map.groupBy(duties, ({ domain }) => domain)];
