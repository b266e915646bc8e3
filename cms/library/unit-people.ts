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
}

const roles = z.enum(Object.keys(ROLES) as [keyof typeof ROLES]);
const FORGE = z.string().regex(FORGE_ACCOUNT.pattern).optional().catch(undefined);
const shape = z.object({ people: z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(roles), forge: FORGE })) });

/** The people that a unit's file names; a file that cannot be read gives nobody a role. */
export function peopleOfUnit(bytes: Uint8Array): UnitPerson[] {
  try {
    return shape.safeParse(readYaml(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).data?.people ?? [];
  } catch {
    return [];
  }
}
