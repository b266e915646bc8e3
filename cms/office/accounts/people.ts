import { z } from 'zod';
import type { Source } from '../../library/source.ts';
import { readYaml } from '../../library/yaml.ts';
import { ROLES } from '../../model/unit.ts';

/** A role that a person has in a unit. */
export interface Post {
  unit: string;
  role: keyof typeof ROLES;
}

/** Somebody whom at least one unit names. */
export interface Person {
  id: string;
  name: string;
  posts: Post[];
}

const roles = z.enum(Object.keys(ROLES) as [keyof typeof ROLES]);
const shape = z.object({ people: z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(roles) })) });

/** The people of all units by their account, as the units' files say now; a file that cannot be read gives nobody a role. */
export const readPeople = (source: Source): Map<string, Person> =>
  peopleIn(source.readNamed(source.pathsIn(['units']).filter((path) => path.endsWith('.yaml'))));

/** The same, from the units' files by their paths. */
export function peopleIn(files: Iterable<readonly [string, Uint8Array]>): Map<string, Person> {
  const people = new Map<string, Person>();
  for (const [path, bytes] of files) {
    const unit = path.slice('units/'.length, -'.yaml'.length);
    for (const { id, name, roles } of read(bytes)) {
      const person = people.get(id) ?? { id, name, posts: [] };
      person.posts.push(...roles.map((role) => ({ unit, role })));
      people.set(id, person);
    }
  }
  return people;
}

function read(bytes: Uint8Array) {
  try {
    return shape.safeParse(readYaml(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).data?.people ?? [];
  } catch {
    return [];
  }
}
