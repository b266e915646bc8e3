import { readYaml } from '../../cms/library/yaml.ts';
import { peopleIn } from '../../cms/office/accounts/people.ts';
import type { People } from '../../cms/office/store/people.ts';
import type { Objects } from './objects.ts';
import type { Trees } from './trees.ts';

/** What the units' files of a revision say. */
export interface Units {
  people: People;
  /** Codes of the units (单位编码), with which their index numbers begin. */
  codes: ReadonlyMap<string, string>;
}

/** The units as revisions have them; their files are read again only when they have changed. */
export class UnitFiles {
  readonly #objects: Objects;
  readonly #trees: Trees;
  readonly #known = new Map<string, Units>();

  constructor(objects: Objects, trees: Trees) {
    this.#objects = objects;
    this.#trees = trees;
  }

  /** @param root folder of the content root in the tree */
  async at(tree: string, root: string): Promise<Units> {
    await this.#trees.walk([[tree, `${root}units`]]);
    const units = this.#trees.at(tree, `${root}units`)?.id ?? '';
    const known = this.#known.get(units);
    if (known) return known;
    const files = this.#trees.items(units).filter(({ name }) => /^[a-z0-9-]+\.yaml$/u.test(name));
    const bytes = await this.#objects.bytesOf(files.map(({ id }) => id));
    const read = files.flatMap(({ name, id }) => (bytes.has(id) ? [[name, bytes.get(id)!] as const] : []));
    const people = peopleIn(read.map(([name, each]) => [`units/${name}`, each] as const));
    const codes = new Map(read.map(([name, each]) => [name.slice(0, -'.yaml'.length), codeIn(each)]));
    this.#known.set(units, { people, codes });
    return { people, codes };
  }
}

function codeIn(bytes: Uint8Array): string {
  try {
    const { code } = readYaml(Buffer.from(bytes).toString('utf8')) as { code?: unknown };
    return typeof code === 'string' ? code : '';
  } catch {
    return '';
  }
}
