import { readFileSync } from 'node:fs';
import { type Change, changeShelf, toChange } from '../search/change-shelf.ts';
import { entryKeys } from '../search/entry-keys.ts';
import { rowOf } from '../search/facets.ts';
import { groupOf, Numbering } from '../search/numbering.ts';
import { folderOf, longPathOf, MANIFEST, RECENT, recentPathOf, registerPathOf, shelfOf, shelfPathOf, shelvesIn } from '../search/paths.ts';
import { type Delta, Reader, readPositions } from '../search/positions.ts';
import { Recent } from '../search/recent.ts';
import { Register, type Row, yearOf } from '../search/register.ts';
import type { Manifest } from '../search/search.ts';
import { eachOnShelf, PARTS, type Part, readListed, ShelfWriter } from '../search/shelf.ts';
import { foldersOf } from './gather-pages.ts';
import { pagesBefore, pagesNow, readFormer, replaceFiles } from './index-files.ts';
import type { Indexing } from './index-pages.ts';
import { directoryOf } from './plan.ts';

/** Changes the files of the index that have to do with entries which came, went or changed. */
export function changeIndex(indexing: Indexing, formerNumbers: readonly string[], manifest: Manifest) {
  const { bits, units, entries, recent, touched } = indexing;
  const numbering = new Numbering(units);
  const former = Recent.of(formerNumbers, bits);
  const registers = new Registers(indexing, manifest);
  const changes = new Map<string, Map<number, Change>>();
  const lost = new Set<number>();

  for (const number of touched) {
    const [now, old] = [readAll(pagesNow(indexing, number)), readAll(pagesBefore(indexing, number))];
    const isKnown = registers.has(number);
    if (!isKnown && now.length === 0) continue;
    const position = numbering.positionOf(number);
    // One that was taken off in haste has no former page to be read, though its keys are still there.
    if (isKnown && old.length === 0) lost.add(position);
    for (const part of PARTS) {
      const has = placesOf(number, now, part, recent);
      const had = placesOf(number, isKnown ? old : [], part, former);
      for (const place of has) if (!had.has(place)) noteAt(place, part, 'added', position);
      for (const place of had) if (!has.has(place)) noteAt(place, part, 'removed', position);
    }
    registers.set(number, now.length > 0 ? rowOf(number, now[0]!) : undefined);
  }
  if (lost.size > 0)
    for (const folder of foldersOf(bits))
      for (const path of [...shelvesIn(folder, bits).map((shelf) => shelfPathOf(shelf, bits)), ...recentPathsOf(folder)])
        eachHolding(path, lost, (key, part, position) => note(path, key, part, 'removed', position));
  for (const folder of foldersOf(bits)) moveIn(folder);

  const fresh = new Map<string, Uint8Array | undefined>(registers.written(entries));
  for (const [path, ofFile] of changes) {
    const writer = path.startsWith(RECENT) ? new ShelfWriter(Number.POSITIVE_INFINITY) : new ShelfWriter();
    changeShelf(writer, readFormer(indexing, path)!, ofFile, readLong);
    fresh.set(path, writer.take());
    for (const { key, part, bytes } of writer.long) fresh.set(longPathOf(key, part, bits), bytes);
  }
  for (const [directory, files] of Map.groupBy(fresh, ([path]) => directoryOf(path))) replaceFiles(indexing, directory, files);

  /** Moves what is no longer recent in a folder into it, and back what is again. What was touched lies where it belongs. */
  function moveIn(folder: number) {
    const toPositions = (from: Recent, to: Recent) =>
      new Set(
        from
          .in(folder)
          .filter((number) => !to.has(number, folder) && !touched.has(number))
          .map((number) => numbering.positionOf(number)),
      );
    const settled = toPositions(former, recent);
    if (settled.size > 0) for (const path of recentPathsOf(folder)) move(path, settled, shelfPathOf);
    const again = toPositions(recent, former);
    if (again.size > 0) for (const shelf of shelvesIn(folder, bits)) move(shelfPathOf(shelf, bits), again, recentPathOf);
  }

  function move(from: string, positions: ReadonlySet<number>, pathOf: (shelf: number, bits: number) => string) {
    eachHolding(from, positions, (key, part, position) => {
      note(from, key, part, 'removed', position);
      note(pathOf(shelfOf(key, bits), bits), key, part, 'added', position);
    });
  }

  function eachHolding(path: string, wanted: ReadonlySet<number>, on: (key: number, part: Part, position: number) => void) {
    const groups = new Set([...wanted].map(groupOf));
    for (const [key, bytes] of eachOnShelf(readFormer(indexing, path)!)) {
      const listed = readListed(bytes, groups);
      for (const part of PARTS)
        for (const position of listed[part].positions ?? readPositions(new Reader(readLong(key, part)), groups))
          if (wanted.has(position)) on(key, part, position);
    }
  }

  function readLong(key: number, part: Part): Uint8Array {
    return readFormer(indexing, longPathOf(key, part, bits))!;
  }

  function recentPathsOf(folder: number): string[] {
    return [...new Set(shelvesIn(folder, bits).map((shelf) => recentPathOf(shelf, bits)))];
  }

  /** The keys of an entry's pages, each with the file of the index that holds it. */
  function placesOf(number: string, pages: readonly string[], part: Part, which: Recent): Set<string> {
    const keys = pages.length === 0 ? [] : entryKeys(number, pages[0]!, pages.slice(1), part);
    return new Set(
      keys.map((key) => {
        const shelf = shelfOf(key, bits);
        return `${key >>> 0} ${which.has(number, folderOf(shelf, bits)) ? recentPathOf(shelf, bits) : shelfPathOf(shelf, bits)}`;
      }),
    );
  }

  function noteAt(place: string, part: Part, how: keyof Delta, position: number) {
    const [key, path] = place.split(' ') as [string, string];
    note(path, Number(key), part, how, position);
  }

  function note(path: string, key: number, part: Part, how: keyof Delta, position: number) {
    const ofFile = changes.get(path) ?? new Map<number, Change>();
    const change = ofFile.get(key) ?? toChange();
    change[part][how].push(position);
    changes.set(path, ofFile.set(key, change));
  }
}

const readAll = (files: readonly string[]) => files.map((file) => readFileSync(file, 'utf8'));

/** The registers of years in which something is otherwise, and the manifest. */
class Registers {
  readonly #indexing: Indexing;
  readonly #manifest: Manifest;
  readonly #years = new Map<number, Register>();

  constructor(indexing: Indexing, manifest: Manifest) {
    this.#indexing = indexing;
    this.#manifest = manifest;
  }

  has(number: string): boolean {
    return this.#of(number).row(number) !== undefined;
  }

  set(number: string, row: Row | undefined) {
    this.#of(number).set(number, row);
  }

  /** Their files, by path; undefined for one that is empty. */
  written(entries: number): Map<string, Uint8Array | undefined> {
    const rest = this.#manifest.registers.filter(({ year }) => !this.#years.has(year));
    const years = [...this.#years].filter(([, { isEmpty }]) => !isEmpty).map(([year, { range }]) => ({ year, ...range }));
    const registers = [...rest, ...years].sort((a, b) => a.year - b.year);
    const files = new Map<string, Uint8Array | undefined>();
    files.set(MANIFEST, Buffer.from(JSON.stringify({ ...this.#manifest, entries, registers } satisfies Manifest)));
    for (const [year, register] of this.#years)
      files.set(registerPathOf(year), register.isEmpty ? undefined : Buffer.from(register.toString()));
    return files;
  }

  #of(number: string): Register {
    const year = yearOf(number);
    let register = this.#years.get(year);
    if (!register) this.#years.set(year, (register = new Register(readFormer(this.#indexing, registerPathOf(year))?.toString('utf8'))));
    return register;
  }
}
