import type { Source } from '../../library/source.ts';
import { peopleOfUnit, type Watch } from '../../library/unit-people.ts';
import type { ROLES } from '../../model/unit.ts';

/** A role that a person has in a unit. */
export interface Post {
  unit: string;
  role: keyof typeof ROLES;
  /** Of somebody on watch: when and for whom. */
  watch?: Watch;
}

/** Somebody whom at least one unit names. */
export interface Person {
  id: string;
  name: string;
  posts: Post[];
  /** Account on the county's forge. */
  forge?: string;
}

/** The people of all units by their account, as the units' files say now; a file that cannot be read gives nobody a role. */
export const readPeople = (source: Source): Map<string, Person> =>
  peopleIn(source.readNamed(source.pathsIn(['units']).filter((path) => path.endsWith('.yaml'))));

/** The same, from the units' files by their paths. */
export function peopleIn(files: Iterable<readonly [string, Uint8Array]>): Map<string, Person> {
  const people = new Map<string, Person>();
  for (const [path, bytes] of files) {
    const unit = path.slice('units/'.length, -'.yaml'.length);
    for (const { id, name, roles, forge, watch } of peopleOfUnit(bytes)) {
      const person = people.get(id) ?? { id, name, posts: [] };
      if (forge !== undefined) person.forge = forge;
      person.posts.push(...roles.map((role) => ({ unit, role, ...(role === 'watch' && watch && { watch }) })));
      people.set(id, person);
    }
  }
  return people;
}
