import { isKeptOn } from '../../library/unit-people.ts';
import type { ROLES } from '../../model/unit.ts';
import { type Person, peopleIn } from '../accounts/people.ts';
import type { ObjectReader } from './object-reader.ts';
import { fromTreeName, readTree } from './tree.ts';

export type { Person } from '../accounts/people.ts';
export type Role = keyof typeof ROLES;

/** Whether somebody has a role in a unit. */
export const hasRole = ({ posts }: Pick<Person, 'posts'>, unit: string, role: Role): boolean =>
  posts.some((post) => post.unit === unit && post.role === role);

/** Whether somebody is on watch (值班) for a unit on a day: for that unit or for the whole county. @param day YYYY-MM-DD in Asia/Shanghai */
export const isOnWatch = ({ posts }: Pick<Person, 'posts'>, unit: string, day: string): boolean =>
  posts.some((post) => post.watch && (post.unit === unit || post.watch.isEverywhere) && isKeptOn(post.watch, day));

/** Whether somebody works for the county's information office (信息办). */
export const isOffice = ({ posts }: Pick<Person, 'posts'>): boolean => posts.some(({ role }) => role === 'office');

/** People by account, as main names them now. */
export type People = ReadonlyMap<string, Person>;

/** Who has which role, read anew whenever a unit's file changes. */
export class PeopleReader {
  readonly #reader: ObjectReader;
  #known: { tree: string; people: People } | undefined;

  constructor(reader: ObjectReader) {
    this.#reader = reader;
  }

  /** @param root name of the content root's tree, such as `refs/heads/main:` */
  async read(root: string): Promise<People> {
    const units = await this.#reader.read(`${root}units`);
    if (this.#known && units?.id === this.#known.tree) return this.#known.people;
    const files: [string, Uint8Array][] = [];
    for (const { name, id } of units ? readTree(units.bytes) : []) {
      const object = /^[a-z0-9-]+\.yaml$/u.test(name) ? await this.#reader.read(id) : undefined;
      if (object?.kind === 'blob') files.push([`units/${fromTreeName(name)}`, object.bytes]);
    }
    const people = peopleIn(files);
    this.#known = { tree: units?.id ?? '', people };
    return people;
  }
}
