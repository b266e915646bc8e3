import type { Person } from './subjects/change.ts';

/** The people that the record of a unit names; none when it cannot be read. */
export function peopleOf(unit: unknown): Person[] {
  const { people } = (unit ?? {}) as { people?: unknown };
  return Array.isArray(people) ? people.filter((person) => typeof person?.id === 'string' && Array.isArray(person.roles)) : [];
}

/** Whether somebody may sign a waiver: those who review for secrecy, and the information office. */
export const mayAllow = ({ roles }: Pick<Person, 'roles'>): boolean => roles.includes('secrecy') || roles.includes('office');
