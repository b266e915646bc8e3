import type { Person } from './subjects/change.ts';

/** The people that the record of a unit names; none when it cannot be read. */
export function peopleOf(unit: unknown): Person[] {
  const { people } = (unit ?? {}) as { people?: unknown };
  return Array.isArray(people) ? people.filter((person) => typeof person?.id === 'string' && Array.isArray(person.roles)) : [];
}

/** Roles whose holders may sign a waiver: those who review for secrecy, and the information office. */
export const MAY_ALLOW = ['secrecy', 'office'] as const;

/** Whether somebody may sign a waiver. */
export const mayAllow = ({ roles }: Pick<Person, 'roles'>): boolean => MAY_ALLOW.some((role) => roles.includes(role));
