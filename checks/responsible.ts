import type { Person } from './subjects/change.ts';

/** Roles whose holders may sign a waiver: those who review for secrecy, and the information office. */
export const MAY_ALLOW = ['secrecy', 'office'] as const;

/** Whether somebody may sign a waiver. */
export const mayAllow = ({ roles }: Pick<Person, 'roles'>): boolean => MAY_ALLOW.some((role) => roles.includes(role));
