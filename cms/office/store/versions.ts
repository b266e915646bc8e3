import { createHash } from 'node:crypto';
import { type Act, readAct } from './acts.ts';
import { DRAFTS, MAIN } from './refs.ts';
import type { Repository } from './repository.ts';
import { FILE_MODE, fromTreeName, readTree } from './tree.ts';

/** A file of an entry, without its bytes. */
export interface EntryFile {
  name: string;
  /** Id of its bytes; a save may name it instead of sending them again. */
  blob: string;
}

/** What is known of a file's bytes. */
export interface FileFacts {
  name: string;
  /** In bytes. */
  size: number;
  sha256: string;
}

/** An entry as it is somewhere: in a draft, or on main. */
export interface EntryVersion {
  /** `entries/<unit>/<type>/<year>/<slug>` */
  folder: string;
  /** Names exactly these bytes in this place; a save says which version it began with. */
  version: string;
  from: 'draft' | 'main';
  /** The entry's own file, `index.md`. */
  text: string;
  /** All files, `index.md` among them, in the order of their names. */
  files: readonly EntryFile[];
}

/** An entry that somebody works on. */
export interface Draft extends EntryVersion {
  from: 'draft';
  /** What was done with it, oldest first. */
  acts: readonly Act[];
  /** Commit of main that it was begun on, or taken over to. */
  base: string;
  /** Version that main had then; undefined for an entry that it did not have. */
  begun: string | undefined;
}

export const toRef = (folder: string): string => `${DRAFTS}/${folder.slice('entries/'.length)}`;
const fromRef = (ref: string): string => `entries/${ref.slice(DRAFTS.length + 1)}`;

/** Reads entries in drafts and on main. */
export class Versions {
  readonly #repository: Repository;
  /** The newest known version of each draft by folder; earlier ones are read again when they are asked for. */
  readonly #drafts = new Map<string, Draft>();
  readonly #facts = new Map<string, Omit<FileFacts, 'name'>>();

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** The entry as main has it, or as another commit has it. */
  async published(folder: string, revision = MAIN): Promise<EntryVersion | undefined> {
    const object = await this.#repository.at(revision, folder);
    if (object?.kind !== 'tree') return undefined;
    return { folder, version: object.id, from: 'main', ...(await this.#filesOf(object.bytes)) };
  }

  async draft(folder: string): Promise<Draft | undefined> {
    const commit = await this.#repository.reader.read(toRef(folder));
    if (!commit) this.#drafts.delete(folder);
    return commit && this.draftAt(folder, commit.id);
  }

  /** A draft as it was at one of its commits; undefined when that is none of its commits. */
  async draftAt(folder: string, head: string): Promise<Draft | undefined> {
    if (!/^[0-9a-f]{40}$/u.test(head)) return undefined;
    const known = this.#drafts.get(folder);
    if (known?.version === head) return known;
    const acts = await this.#actsOf(folder, head);
    if (acts.length === 0) return undefined;
    const base = acts.findLast(({ onto }) => onto !== undefined)?.onto ?? acts[0]!.parent;
    const object = await this.#repository.at(head, folder);
    const begun = await this.#repository.at(base, folder);
    const files = object?.kind === 'tree' ? await this.#filesOf(object.bytes) : { text: '', files: [] };
    const draft: Draft = { folder, version: head, from: 'draft', ...files, acts, base, begun: begun?.id };
    if (!this.#known(folder, head)) this.#drafts.set(folder, draft);
    return draft;
  }

  /** All drafts, or those of one unit, in the order of their folders. */
  async drafts(unit?: string): Promise<Draft[]> {
    const under = unit === undefined ? DRAFTS : `${DRAFTS}/${unit}`;
    const listing = await this.#repository.git.line(['for-each-ref', '--format=%(objectname) %(refname)', `${under}/`]);
    const refs = listing === '' ? [] : listing.split('\n').map((line) => line.split(' ') as [string, string]);
    const there = new Set(refs.map(([, ref]) => fromRef(ref)));
    const within = unit === undefined ? 'entries/' : `entries/${unit}/`;
    for (const folder of this.#drafts.keys()) if (folder.startsWith(within) && !there.has(folder)) this.#drafts.delete(folder);
    const drafts = await Promise.all(refs.map(([head, ref]) => this.draftAt(fromRef(ref), head)));
    return drafts.filter((draft) => draft !== undefined);
  }

  /** Size and hash of each file; bytes are read only once. */
  async facts({ files }: EntryVersion): Promise<FileFacts[]> {
    const facts: FileFacts[] = [];
    for (const { name, blob } of files) {
      const known = this.#facts.get(blob) ?? (await this.#measure(blob));
      this.#facts.set(blob, known);
      facts.push({ name, ...known });
    }
    return facts;
  }

  async #measure(blob: string): Promise<Omit<FileFacts, 'name'>> {
    const { bytes } = (await this.#repository.reader.read(blob))!;
    return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  /** What was done with a draft until one of its commits. */
  async #actsOf(folder: string, head: string): Promise<Act[]> {
    const acts: Act[] = [];
    for (let at = head; ; ) {
      const known = this.#known(folder, at);
      if (known) return [...known.acts, ...acts];
      const commit = await this.#repository.reader.read(at);
      const act = commit?.kind === 'commit' ? readAct(commit) : undefined;
      if (act?.entry !== folder) return acts;
      acts.unshift(act);
      at = act.parent;
    }
  }

  /** What is known of a draft until one of its commits; undefined when nothing is. */
  #known(folder: string, commit: string): Pick<Draft, 'acts' | 'base'> | undefined {
    const draft = this.#drafts.get(folder);
    const last = draft?.acts.findIndex((act) => act.commit === commit) ?? -1;
    return draft && last >= 0 ? { acts: draft.acts.slice(0, last + 1), base: draft.base } : undefined;
  }

  async #filesOf(tree: Buffer): Promise<Pick<EntryVersion, 'text' | 'files'>> {
    const files = readTree(tree)
      .filter(({ mode }) => mode === FILE_MODE)
      .map(({ name, id }) => ({ name: fromTreeName(name), blob: id }));
    const own = files.find(({ name }) => name === 'index.md');
    const text = own ? ((await this.#repository.reader.read(own.blob))?.bytes.toString('utf8') ?? '') : '';
    return { text, files };
  }
}
