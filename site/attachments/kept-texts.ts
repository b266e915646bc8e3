import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { StoredFile } from '../../cms/library/item.ts';
import type { AttachmentFacts, AttachmentReader, AttachmentText } from './text.ts';

/** Files that are read at a time. */
const AT_ONCE = 4;
/** Bytes that hold the facts. */
const HEAD = 512;

type Bytes = Pick<StoredFile, 'sha256' | 'name'>;

/** What was read of attachments, once for the bytes that a file has: a line of facts and, if there is any, a line of text. */
export class KeptTexts {
  readonly #folder: string;
  readonly #known = new Map<string, { facts: AttachmentFacts; hasText: boolean }>();

  /** @param folder that keeps them; empty for none */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Whether a file has a text. */
  has = (file: StoredFile): boolean => this.#head(file).hasText;

  /** What is told of a file beside its link. */
  facts = (file: StoredFile): AttachmentFacts => this.#head(file).facts;

  /** The text of a file that has one. */
  get(file: StoredFile): AttachmentText {
    const kept = readFileSync(this.#pathOf(file), 'utf8');
    return JSON.parse(kept.slice(kept.indexOf('\n') + 1));
  }

  /**
   * Reads those files that were not read before.
   * @param read gives the bytes of a content file
   * @returns names of what is kept of all these files
   */
  async prepare(
    reader: AttachmentReader,
    files: Iterable<StoredFile>,
    read: (path: string) => Uint8Array | undefined,
    stop?: AbortSignal,
  ): Promise<Set<string>> {
    const all = new Map([...files].map((file) => [nameOf(file), file]));
    const waiting = [...all.values()].filter((file) => !statSync(this.#pathOf(file), { throwIfNoEntry: false })).values();
    mkdirSync(this.#folder, { recursive: true });
    const work = async () => {
      for (const file of waiting) {
        stop?.throwIfAborted();
        const bytes = read(file.path);
        if (bytes) this.#put(file, await reader.read(file.name, bytes));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return new Set(all.keys());
  }

  /** Forgets all but some. */
  keepOnly(names: ReadonlySet<string>) {
    for (const name of readdirSync(this.#folder)) if (!names.has(name)) rmSync(join(this.#folder, name));
  }

  forget(file: Bytes) {
    rmSync(this.#pathOf(file), { force: true });
  }

  #head(file: StoredFile) {
    const path = this.#pathOf(file);
    let known = this.#known.get(path);
    if (!known) this.#known.set(path, (known = this.#folder === '' ? NOTHING : readHead(path)));
    return known;
  }

  #put(file: StoredFile, { facts, ...text }: AttachmentText & { facts: AttachmentFacts }) {
    const path = this.#pathOf(file);
    const scratch = `${path}.${process.pid}`;
    writeFileSync(scratch, `${JSON.stringify(facts)}\n${text.blocks.length > 0 ? JSON.stringify(text) : ''}`, { flush: true });
    renameSync(scratch, path);
    this.#known.delete(path);
  }

  #pathOf = (file: Bytes) => join(this.#folder, nameOf(file));
}

const NOTHING = { facts: {}, hasText: false };

/** The same bytes may be read otherwise under another extension. */
const nameOf = ({ sha256, name }: Bytes) => `${sha256}${name.slice(name.lastIndexOf('.')).toLowerCase()}`;

function readHead(path: string): { facts: AttachmentFacts; hasText: boolean } {
  if (!statSync(path, { throwIfNoEntry: false })) return NOTHING;
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD);
    readSync(file, head);
    const end = head.indexOf('\n');
    return { facts: JSON.parse(head.toString('utf8', 0, end)), hasText: fstatSync(file).size > end + 1 };
  } finally {
    closeSync(file);
  }
}
