import { addDays, addMonths } from '../../../../cms/calendar/days.ts';
import type { Column } from '../../../../cms/model/column.ts';
import { FRESHNESS } from '../../../../cms/model/column.ts';

/** How a column's due reads in a sentence. */
export const WORDS = FRESHNESS;

/** First day on which a column that was last fed on this day is stale; ≥ as inspection tables mean it (STD-CAL-05). */
const DUE: Record<Column['freshness'], ((day: string) => string) | undefined> = {
  fortnight: (day) => addDays(day, 14),
  'half-year': (day) => addMonths(day, 6),
  year: (day) => addMonths(day, 12),
  // Pages and guides are looked over instead; rule `disclosure/unit-fields` asks for that.
  review: undefined,
  archive: undefined,
};

export function isStale(freshness: Column['freshness'], day: string, today: string): boolean {
  const due = DUE[freshness]?.(day);
  return due !== undefined && due <= today;
}

/** A week without anything new: time to warn. */
export const HOME = (day: string, today: string): boolean => addDays(day, 7) <= today;
