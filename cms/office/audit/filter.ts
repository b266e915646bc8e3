import { z } from 'zod';
import { toFolder } from '../../library/read-entry.ts';
import { toDay } from '../store/clock.ts';
import type { AuditLine } from './line.ts';
import { AUDIT_ACTS } from './words.ts';

const text = (pattern: RegExp) => z.string().trim().regex(pattern).catch('');
const day = text(/^\d{4}-\d{2}-\d{2}$/u);
const shape = z.object({
  /** Account or name. */
  person: text(/^[^\p{Cc}]{1,60}$/u),
  act: z.enum(['', ...Object.keys(AUDIT_ACTS)]).catch(''),
  /** Unit that the line is about, or the unit of the entry that it is about. */
  unit: text(/^[a-z0-9-]{1,60}$/u),
  /** Folder of an entry. */
  entry: z
    .string()
    .refine((folder) => toFolder(folder))
    .catch(''),
  /** First day, YYYY-MM-DD in Asia/Shanghai. */
  from: day,
  /** Last day. */
  to: day,
});
/** Which lines of the log somebody wants to see; what is empty is not asked for. */
export type AuditFilter = z.infer<typeof shape>;

/** The filter that an address or a form holds. What cannot be meant is not asked for, and the page shows it empty. */
export const readFilter = (asked: Record<string, unknown>): AuditFilter => shape.parse(asked);

export const isEmpty = (filter: AuditFilter): boolean => Object.values(filter).every((value) => value === '');

/** Whether a line is asked for. @param nameOf what the person of an account is called */
export function toKeep(
  { person, act, unit, entry, from, to }: AuditFilter,
  nameOf: (account: string) => string | undefined,
): (line: AuditLine) => boolean {
  const isAbout = (word: string) => word === unit || toFolder(word)?.unit === unit;
  return (line) => {
    const on = toDay(new Date(line.at));
    const about = line.detail.split(' ');
    return (
      (person === '' || person === line.person || person === nameOf(line.person)) &&
      (act === '' || act === line.act) &&
      (unit === '' || about.some(isAbout)) &&
      (entry === '' || about.includes(entry)) &&
      (from === '' || on >= from) &&
      (to === '' || on <= to)
    );
  };
}
