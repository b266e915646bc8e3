import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredFile } from '../../cms/library/library.ts';
import { type AttachmentReader, type AttachmentText, isReadable } from './text.ts';

/** Files that are read at a time. */
const AT_ONCE = 4;

/** Texts of attachments, which are read once for the bytes that a file has. */
export class KeptTexts {
  readonly #folder: string;
  readonly #known = new Map<string, boolean>();

  /** @param folder that keeps them; empty for none */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Whether a file has a text. */
  has(file: StoredFile): boolean {
    if (this.#folder === '' || !isReadable(file.name)) return false;
    const path = this.#pathOf(file);
    const known = this.#known.get(path) ?? (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
    this.#known.set(path, known);
    return known;
  }

  /** The text of a file that has one. */
  get(file: StoredFile): AttachmentText {
    return JSON.parse(readFileSync(this.#pathOf(file), 'utf8'));
  }

  /** Reads those files that were not read before. @param read gives the bytes of a content file */
  async prepare(reader: AttachmentReader, files: Iterable<StoredFile>, read: (path: string) => Uint8Array | undefined, stop?: AbortSignal) {
    const fresh = [...files].filter((file) => isReadable(file.name) && !statSync(this.#pathOf(file), { throwIfNoEntry: false }));
    const waiting = new Map(fresh.map((file) => [this.#pathOf(file), file])).values();
    mkdirSync(this.#folder, { recursive: true });
    const work = async () => {
      for (const file of waiting) {
        stop?.throwIfAborted();
        const bytes = read(file.path);
        if (bytes) this.#put(file, await reader.read(file.name, bytes));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** A file without a text is empty. */
  #put(file: StoredFile, text: AttachmentText) {
    const path = this.#pathOf(file);
    const scratch = `${path}.${process.pid}`;
    writeFileSync(scratch, text.blocks.length > 0 ? JSON.stringify(text) : '', { flush: true });
    renameSync(scratch, path);
    this.#known.delete(path);
  }

  /** The same bytes may be read otherwise under another extension. */
  #pathOf({ sha256, name }: StoredFile): string {
    return join(this.#folder, `${sha256}${name.slice(name.lastIndexOf('.')).toLowerCase()}`);
  }
}
