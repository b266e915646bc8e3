import { toStub } from '../../model/purged.ts';
import { fieldsOf } from '../store/fields-of.ts';
import type { ObjectReader } from '../store/object-reader.ts';
import type { ObjectWriter } from '../store/object-writer.ts';
import { FILE_MODE, FOLDER_MODE, readTree, type TreeItem, toTree } from '../store/tree.ts';

/** An entry in whichever year's folder it lay. */
export interface PurgedPlace {
  unit: string;
  type: string;
  slug: string;
}

/** Trees in which nothing is left of one entry but its stub. */
export class StubTrees {
  readonly #reader: ObjectReader;
  readonly #writer: ObjectWriter;
  /** Names on the way to the years' folders. */
  readonly #way: string[];
  readonly #slug: string;
  readonly #made = new Map<string, string>();
  /** Files that are left out. */
  readonly blobs = new Set<string>();

  /** @param root folder of the content root, with a final `/`; empty for the top */
  constructor(reader: ObjectReader, writer: ObjectWriter, root: string, { unit, type, slug }: PurgedPlace) {
    this.#reader = reader;
    this.#writer = writer;
    this.#way = [...root.split('/').filter(Boolean), 'entries', unit, type];
    this.#slug = slug;
  }

  /** @returns the id of the tree without the entry's text; the same when it has not got it */
  of(tree: string): Promise<string> {
    return this.#below(tree, 0);
  }

  async #below(tree: string, depth: number): Promise<string> {
    const key = `${depth} ${tree}`;
    const made = this.#made.get(key) ?? (await this.#make(tree, depth));
    this.#made.set(key, made);
    return made;
  }

  async #make(tree: string, depth: number): Promise<string> {
    const items = readTree((await this.#reader.read(tree))!.bytes);
    const isYear = depth === this.#way.length;
    const isOnWay = ({ name, mode }: TreeItem) => mode === FOLDER_MODE && (isYear || name === this.#way[depth]);
    const replaced = await Promise.all(
      items.map(async (item) => {
        if (!isOnWay(item)) return item;
        return { ...item, id: isYear ? await this.#inYear(item.id) : await this.#below(item.id, depth + 1) };
      }),
    );
    if (replaced.every(({ id }, nth) => id === items[nth]!.id)) return tree;
    return this.#writer.write('tree', toTree(replaced));
  }

  async #inYear(year: string): Promise<string> {
    const items = readTree((await this.#reader.read(year))!.bytes);
    const own = items.find(({ name, mode }) => name === this.#slug && mode === FOLDER_MODE);
    if (!own) return year;
    const id = await this.#stub(own.id);
    return this.#writer.write('tree', toTree(items.map((item) => (item === own ? { ...item, id } : item))));
  }

  async #stub(folder: string): Promise<string> {
    const items = readTree((await this.#reader.read(folder))!.bytes);
    const file = items.find(({ name }) => name === 'index.md');
    const text = file ? ((await this.#reader.read(file.id))?.bytes.toString('utf8') ?? '') : '';
    const { index_number: number = '', published_at: publishedAt = '' } = fieldsOf(text);
    const stub = await this.#writer.write('blob', Buffer.from(toStub({ number: String(number), publishedAt: String(publishedAt) })));
    for (const { id } of items) if (id !== stub) this.blobs.add(id);
    return this.#writer.write('tree', toTree([{ mode: FILE_MODE, name: 'index.md', id: stub }]));
  }
}
