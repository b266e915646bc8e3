import type { StoredEntry } from '../../../../cms/library/stored.ts';
import { labelOf } from '../../../reading/markdown/labels.ts';

/** Pairs of fields of which the first day comes first. */
const ORDER = [
  ['document_date', 'effective_on'],
  ['document_date', 'valid_until'],
  ['effective_on', 'valid_until'],
  ['opens_on', 'closes_on'],
  ['starts_on', 'ends_on'],
  ['from', 'until'],
  ['applies_from', 'applies_until'],
  ['received_on', 'replied_on'],
] as const;

/** Days of an entry that come before the day they follow on. */
export function reversedIn({ data, type }: Pick<StoredEntry, 'data' | 'type'>): { field: string; other: string }[] {
  const days = data as Readonly<Record<string, unknown>>;
  return ORDER.flatMap(([first, field]) => {
    const [a, b] = [days[first], days[field]];
    return typeof a === 'string' && typeof b === 'string' && b < a ? [{ field, other: labelOf([first], type) ?? first }] : [];
  });
}
