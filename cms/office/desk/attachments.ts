import { remember } from '../../library/remember.ts';
import type { ReadText, TextPiece } from '../read-text.ts';
import type { Store } from '../store/store.ts';
import type { EntryVersion } from '../store/versions.ts';
import { type AttachmentComparison, compareAttachments } from './compare-attachments.ts';
import { compareFiles, type FileChange } from './compare-files.ts';

/** What became of an attachment, with its words before and after when they may differ. */
export type AttachmentChange = FileChange & { comparison: AttachmentComparison | undefined };

/** Texts of so many attachments are remembered, so that a page opens again at once. In memory only. */
const REMEMBERED = 100;

/** Reads what citizens would find in attachments, each version once. */
export class Attachments {
  readonly #store: Store;
  readonly #readText: ReadText;
  readonly #texts = new Map<string, Promise<readonly TextPiece[]>>();

  constructor(store: Store, readText: ReadText) {
    this.#store = store;
    this.#readText = readText;
  }

  /** What became of the attachments from one version to another. @param before nothing when there is none */
  async compare(before: EntryVersion | undefined, after: EntryVersion, names: readonly string[]): Promise<AttachmentChange[]> {
    const facts = (version: EntryVersion | undefined) => (version ? this.#store.facts(version) : []);
    const changes = compareFiles(await facts(before), await facts(after));
    return Promise.all(
      changes.map(async (change) => {
        if (change.kind === 'same' || change.kind === 'renamed') return { ...change, comparison: undefined };
        const [old, now] = await Promise.all([this.#textOf(before, change.before?.name), this.#textOf(after, change.after?.name)]);
        return { ...change, comparison: compareAttachments(change.name, old, now, names) };
      }),
    );
  }

  async #textOf(version: EntryVersion | undefined, name: string | undefined): Promise<readonly TextPiece[]> {
    const blob = version?.files.find((file) => file.name === name)?.blob;
    if (!version || name === undefined || blob === undefined) return [];
    const key = `${blob} ${name}`;
    const known = this.#texts.get(key);
    if (known) return known;
    const reading = this.#store.file(version, name).then((bytes) => this.#readText(name, bytes));
    reading.catch(() => this.#texts.delete(key));
    return remember(this.#texts, key, reading, REMEMBERED);
  }
}
