import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { toSource } from '../content.ts';
import { toLine } from '../finding.ts';
import { Library } from '../library.ts';
import { type Synced, sync } from '../sync.ts';
import { type MadeUpCounty, writeCounty } from './made-up-county.ts';

export const TODAY = '2026-03-20';

/** Content in a folder of its own with an index beside it. */
export class TestLibrary {
  readonly place = mkdtempSync(join(tmpdir(), 'gongkai-library-'));
  readonly root = join(this.place, 'content');
  readonly index = join(this.place, 'index.db');
  #county: MadeUpCounty = { files: new Map() };
  #open: Library | undefined;

  constructor(county?: MadeUpCounty) {
    mkdirSync(this.root);
    if (county) this.become(county);
  }

  /** Makes the folder hold the county's files and no others. */
  become(county: MadeUpCounty) {
    writeCounty(this.root, county, this.#county);
    this.#county = { files: new Map(county.files) };
  }

  path(file: string): string {
    return join(this.root, file);
  }

  write(file: string, content: string | Uint8Array) {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), content);
  }

  remove(file: string) {
    rmSync(this.path(file), { recursive: true });
  }

  /** Makes a file look as if it had been written long ago. */
  age(file: string) {
    utimesSync(this.path(file), 1e9, 1e9);
  }

  sync(index = this.index): Promise<Synced> {
    this.#open?.close();
    this.#open = undefined;
    return sync(index, toSource({ folder: this.root }));
  }

  /** The library as of the last sync. */
  library(today = TODAY): Library {
    this.#open?.close();
    this.#open = Library.open(this.index, today);
    return this.#open;
  }

  /** Brings the index up to date and gives what is found, as every command prints it. */
  async findings(): Promise<string[]> {
    await this.sync();
    return this.library().findings().map(toLine);
  }

  /** The same, with what stands at each place instead of its line and column. */
  async quotedFindings(): Promise<string[]> {
    await this.sync();
    return this.library()
      .findings()
      .map(({ file, line, column, message }) => {
        const text = existsSync(this.path(file)) ? (readFileSync(this.path(file), 'utf8').split('\n')[line - 1] ?? '') : '';
        return `${file} <${[...text].slice(column - 1).join('')}> ${message}`;
      });
  }

  [Symbol.dispose]() {
    this.#open?.close();
    rmSync(this.place, { recursive: true, force: true });
  }
}

/** Everything that a library answers, as text, so that two can be compared. */
export function dump(library: Library): string {
  const numbers = [...library.numbers()];
  const items = numbers.map(({ number }) => library.entry(number)!);
  const targets = new Set([
    ...numbers.map(({ number }) => number),
    ...items.flatMap((item) => item.data.duties ?? []),
    ...library.duties().map(({ id }) => id),
  ]);
  return JSON.stringify(
    {
      portal: library.portal,
      units: library.units(),
      columns: library.columns(),
      topics: library.topics(),
      duties: library.duties(),
      redirects: library.redirects(),
      numbers,
      entries: items.map(({ files, ...entry }) => ({ ...entry, files: [...files.values()], references: library.references(entry) })),
      referring: [...targets]
        .sort()
        .map((target) => [target, FIELDS.map((field) => library.referring(field, target).map(({ number }) => number))]),
      lists: listsOf(library).map((list) => [
        list,
        library.count(list),
        library.slice(list, 0, 1000).map(({ number }) => number),
        library.latest(list, 3).map(({ number }) => number),
      ]),
      files: ['images', ...numbers.map(({ folder }) => folder)].map((folder) => [folder, library.stored.filesIn(folder)]),
      findings: library.findings().map(toLine),
    },
    undefined,
    1,
  );
}

/** Fields in which an entry names another, or a duty. */
export const FIELDS = ['interprets', 'amends', 'repeals', 'changed_by', 'duties', 'duty'];

/** Every list there can be. */
export function listsOf(library: Library): string[] {
  const units = library.units().map(({ id }) => id);
  const columns = library.columns().map(({ id }) => id);
  return [
    '*/*',
    ...units.flatMap((unit) => [`${unit}/*`, ...columns.map((column) => `${unit}/${column}`)]),
    ...library.topics().map(({ id }) => `topic/${id}`),
    'topic/spring',
    'topic/unknown',
  ];
}
