import { Library } from '../library/library.ts';
import { Revision } from '../library/revision.ts';
import { sync } from '../library/sync.ts';

export interface MainLibraryOptions {
  /** Path of the bare repository. */
  repository: string;
  /** Place of the index, made when there is none. */
  index: string;
  /** Commit that main is at, as `Store.main` tells it. */
  main: () => Promise<string>;
  /** Today in Asia/Shanghai, YYYY-MM-DD. */
  today: () => string;
}

/** Libraries that are still open after main has moved, for those who are at work with them. */
const KEPT = 3;

/** What main holds, for the office's lists: an index that follows main. */
export class MainLibrary {
  readonly #options: MainLibraryOptions;
  readonly #open: Library[] = [];
  #now: { key: string; library: Promise<Library> } | undefined;

  constructor(options: MainLibraryOptions) {
    this.#options = options;
  }

  /** The library at main's newest commit. It can be asked until main has moved three times. The first time takes long. */
  async at(): Promise<Library> {
    const [commit, today] = [await this.#options.main(), this.#options.today()];
    const key = `${commit} ${today}`;
    if (this.#now?.key !== key) {
      const library = this.#read(commit, today);
      this.#now = { key, library };
      library.catch(() => {
        if (this.#now?.library === library) this.#now = undefined;
      });
    }
    return this.#now.library;
  }

  close() {
    for (const library of this.#open.splice(0)) library.close();
    this.#now = undefined;
  }

  async #read(commit: string, today: string): Promise<Library> {
    const { repository, index } = this.#options;
    await sync(index, new Revision(repository, commit));
    const library = Library.open(index, today);
    this.#open.push(library);
    if (this.#open.length > KEPT) this.#open.shift()!.close();
    return library;
  }
}
