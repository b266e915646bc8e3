import { z } from 'zod';
import { FORGE_ACCOUNT } from '../model/shapes.ts';
import { ROLES } from '../model/unit.ts';
import { readYaml } from './yaml.ts';

/** One of the people that a unit names. */
export interface UnitPerson {
  /** Account. */
  id: string;
  name: string;
  roles: (keyof typeof ROLES)[];
  /** Account on the county's forge. */
  forge?: string | undefined;
  /** Set for whoever is on watch (值班). */
  watch?: Watch;
}

/** When and for whom somebody is on watch. */
export interface Watch {
  /** Whether for every unit, as the county's own officers are. */
  isEverywhere: boolean;
  /** First and last days; undefined for every day. */
  days: readonly { from: string; until: string }[] | undefined;
}

/** Whether a watch is kept on a day. @param day YYYY-MM-DD in Asia/Shanghai */
export const isKeptOn = ({ days }: Watch, day: string): boolean =>
  days === undefined || days.some(({ from, until }) => from <= day && day <= until);

const roles = z.enum(Object.keys(ROLES) as [keyof typeof ROLES]);
const FORGE = z.string().regex(FORGE_ACCOUNT.pattern).optional().catch(undefined);
const DAYS = z
  .array(z.object({ from: z.string(), until: z.string() }))
  .optional()
  // Days that cannot be read are none.
  .catch([]);
const person = z.object({ id: z.string(), name: z.string(), roles: z.array(roles), on_watch: DAYS, forge: FORGE });
const shape = z.object({ kind: z.string().optional().catch(undefined), people: z.array(person) });

/** The people that a unit's file names; a file that cannot be read gives nobody a role. */
export function peopleOfUnit(bytes: Uint8Array): UnitPerson[] {
  try {
    const { kind, people = [] } = shape.safeParse(readYaml(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).data ?? {};
    return people.map(({ on_watch: days, ...each }) => ({
      ...each,
      ...(each.roles.includes('watch') && { watch: { isEverywhere: kind === 'county', days } }),
    }));
  } catch {
    return [];
  }
}
