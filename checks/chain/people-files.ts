import { peopleIn } from '../../cms/office/accounts/people.ts';
import type { People } from '../../cms/office/store/people.ts';
import type { Objects } from './objects.ts';
import type { Trees } from './trees.ts';

/** People and their roles as revisions name them; units' files are read again only when they have changed. */
export class PeopleFiles {
  readonly #objects: Objects;
  readonly #trees: Trees;
  readonly #known = new Map<string, People>();

  constructor(objects: Objects, trees: Trees) {
    this.#objects = objects;
    this.#trees = trees;
  }

  /** @param root folder of the content root in the tree */
  async at(tree: string, root: string): Promise<People> {
    await this.#trees.walk([[tree, `${root}units`]]);
    const units = this.#trees.at(tree, `${root}units`)?.id ?? '';
    const known = this.#known.get(units);
    if (known) return known;
    const files = this.#trees.items(units).filter(({ name }) => /^[a-z0-9-]+\.yaml$/u.test(name));
    const bytes = new Map<string, Uint8Array>();
    const ids = files.map(({ id }) => id);
    await this.#objects.read(ids, (found, id) => {
      if (found !== 'missing' && found !== 'altered') bytes.set(id, Uint8Array.from(found.bytes));
    });
    const people = peopleIn(files.flatMap(({ name, id }) => (bytes.has(id) ? [[`units/${name}`, bytes.get(id)!] as const] : [])));
    this.#known.set(units, people);
    return people;
  }
}
