import { AsyncLocalStorage } from 'node:async_hooks';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { Calendar } from '../calendar/calendar.ts';
import type { Alert } from '../model/alert.ts';
import type { Column } from '../model/column.ts';
import type { Duty } from '../model/duty.ts';
import type { OwedReview } from '../model/emergency.ts';
import type { Platform } from '../model/platform.ts';
import type { Portal, Redirect, Topic } from '../model/portal.ts';
import type { Data, TypeName } from '../model/types/index.ts';
import { TAKEN_DOWN } from '../model/types/public-list.ts';
import type { Unit, UnitKind } from '../model/unit.ts';
import { RECORD_SPAN, type RecordFile, recordFileOf, recordFilePath } from './addresses.ts';
import { referencesOf } from './context.ts';
import type { ChainHead, EntryAct, OfficeAct } from './entry-act.ts';
import type { Finding } from './finding.ts';
import { PAGE_SIZE } from './lists.ts';
import { openForReading } from './open.ts';
import { owedBy } from './owed-by.ts';
import type { SourceFile } from './source.ts';
import { chunkOf, EVERYTHING, REMEMBERED, tagOf } from './tags.ts';

/** What lists show of an entry. */
export interface Item<N extends TypeName = TypeName> {
  /** Index number (索引号), the entry's identity. */
  number: string;
  unit: string;
  type: N;
  data: Data<N>;
  /** YYYY-MM-DD HH:MM in Asia/Shanghai. */
  publishedAt: string;
}

/** A public entry with its text and files. */
export interface Entry<N extends TypeName = TypeName> extends Item<N> {
  body: string;
  /** Folder in the content root, where its files lie. */
  folder: string;
  files: ReadonlyMap<string, StoredFile>;
}

export interface StoredFile {
  name: string;
  /** Path from the content root. */
  path: string;
  /** In bytes. */
  size: number;
  sha256: string;
  /** Pictures only, in pixels. */
  width?: number;
  height?: number;
}

/** An entry as the content root holds it, public or not. */
export interface StoredEntry<N extends TypeName = TypeName> {
  /** Folder in the content root. */
  folder: string;
  unit: string;
  type: N;
  /** Index number; a draft has none. */
  number: string | undefined;
  isPublic: boolean;
  data: Data<N>;
  body: string;
}

/** What the office's lists show of an entry, public or not. */
export interface StoredHead {
  folder: string;
  number: string | undefined;
  unit: string;
  title: string;
  /** YYYY-MM-DD; empty for what has no date of publication. */
  publishedOn: string;
}

/** What is told of an entry in the public record. */
export interface RecordedEntry {
  number: string;
  /** Oldest first. */
  acts: EntryAct[];
  /** As it is now, with the hash of its own file; undefined when it is no longer public. */
  entry: (Item & { text: string; files: StoredFile[] }) | undefined;
}

/** What was read since recording began, and the day from which it reads differently. */
export interface Reading {
  tags: Set<string>;
  /** First day (YYYY-MM-DD) on which a question about time has another answer; undefined for never. */
  until: string | undefined;
}

interface Remembered {
  value: string;
  reading: Reading;
}

interface ItemRow {
  number: string;
  unit: string;
  type: TypeName;
  json: string;
}

type FileRow = { path: string; size: number; sha256: string; width: number | null; height: number | null };

/** The query API over the index: the only one that pages and rules use. Everything it is asked is recorded. */
const SOURCE_FILE = 'SELECT path, stamp, size, sha256, refused FROM file';

function toSourceFile({ refused, ...row }: Record<string, unknown>): SourceFile & { sha256: string } {
  return { ...row, ...(refused !== null && { refused }) } as SourceFile & { sha256: string };
}

export class Library {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();
  readonly #records = new Map<string, unknown>();
  readonly #remembered = new Map<string, Remembered | Promise<Remembered>>();
  /** Keeps apart what is read for each piece of work, even while several go on at a time. */
  readonly #recording = new AsyncLocalStorage<Reading>();
  /** Today in Asia/Shanghai, YYYY-MM-DD. */
  readonly #today: string;

  constructor(database: DatabaseSync, today: string) {
    this.#database = database;
    this.#today = today;
  }

  static open(path: string, today: string): Library {
    return new Library(openForReading(path), today);
  }

  close() {
    this.#database.close();
  }

  /** Does something and tells what was read for it. */
  async record<T>(work: () => T | Promise<T>): Promise<{ value: T; reading: Reading }> {
    const reading: Reading = { tags: new Set(), until: undefined };
    const value = await this.#recording.run(reading, work);
    return { value, reading };
  }

  /**
   * Makes something once and gives it again for the same key, with everything that was read for it counted as
   * read again. The key must say all that the result depends on beside the library. Only what is being made has to be waited for.
   */
  remember(key: string, make: () => Promise<string>): string | Promise<string> {
    const kept = this.#remembered.get(key) ?? this.#make(key, make);
    return kept instanceof Promise ? kept.then((made) => this.#readAgain(made)) : this.#readAgain(kept);
  }

  #make(key: string, make: () => Promise<string>): Promise<Remembered> {
    const making = this.record(async () => String(await make()));
    this.#remembered.set(key, making);
    making.then(
      (made) => this.#remembered.set(key, made),
      () => this.#remembered.delete(key),
    );
    return making;
  }

  #readAgain({ value, reading }: Remembered): string {
    for (const tag of reading.tags) this.#note(tag);
    if (reading.until) this.#changesOn(reading.until);
    return value;
  }

  /** Number of the index's present state. */
  get generation(): number {
    return Number(this.#meta('generation') ?? 0);
  }

  /** Tags that changed after a generation, or undefined when nothing read before can be trusted. */
  changedSince(generation: number): Set<string> | undefined {
    const present = this.generation;
    if (generation <= 0 || generation > present || generation < present - REMEMBERED) return undefined;
    const tags = new Set(
      this.#sql('SELECT DISTINCT tag FROM changed WHERE generation > ?')
        .all(generation)
        .map(({ tag }) => String(tag)),
    );
    return tags.has(EVERYTHING) ? undefined : tags;
  }

  /** Whether a day lies before today. The answer changes on the day after it. */
  isPast(day: string): boolean {
    if (day < this.#today) return true;
    if (day < LAST_DAY) this.#changesOn(dayAfter(day));
    return false;
  }

  /** Whether a day is today or before. The answer changes on that day. */
  hasCome(day: string): boolean {
    if (day <= this.#today) return true;
    this.#changesOn(day);
    return false;
  }

  /** Working days from one day to another, day one not counted; undefined for years whose holidays neither the project nor the county tells. */
  workdaysBetween(from: string, to: string): number | undefined {
    this.#note(tagOf.years);
    return this.#cached('calendar', () => new Calendar(new Map(JSON.parse(this.#meta('years') ?? '[]')))).workdaysBetween(from, to);
  }

  /** Today in Asia/Shanghai, YYYY-MM-DD. The answer changes tomorrow. */
  today(): string {
    this.#changesOn(dayAfter(this.#today));
    return this.#today;
  }

  /** Where the chain of signed commits stands; undefined where there is none. */
  get chain(): ChainHead | undefined {
    this.#note(tagOf.chain);
    return this.#chain;
  }

  /** What the information office did with the record itself, oldest first. */
  get officeActs(): OfficeAct[] {
    this.#note(tagOf.chain);
    return this.#cached('office', () => {
      const row = this.#sql("SELECT value FROM meta WHERE key = 'office'").get() as { value: string } | undefined;
      return row ? (JSON.parse(row.value) as OfficeAct[]) : [];
    });
  }

  /** When the office took over; undefined where there is no chain of signed commits. Not recorded: where one begins, everything is made again. */
  get takenOver(): ChainHead['takenOver'] | undefined {
    return this.#chain?.takenOver;
  }

  /** Whether there is a chain of signed commits at all. Not recorded, for the same reason. */
  get isSigned(): boolean {
    return this.takenOver !== undefined;
  }

  /** What was signed and done with an entry, oldest first; nothing for what was there before the office took over. */
  acts(number: string): EntryAct[] {
    this.#note(tagOf.entry(number));
    return this.#actsOf(number);
  }

  /** What is owed for an entry that was published in an emergency (补审); undefined for nothing. */
  owedReview = ({ number, type }: Pick<Item, 'number' | 'type'>): OwedReview | undefined => owedBy(this.acts(number), type);

  /** Public entries for which a review is owed, those first that are to be reviewed first. */
  owedReviews(): { item: Item; folder: string; owed: OwedReview }[] {
    const numbers = this.#sql("SELECT DISTINCT number FROM act WHERE kind = 'urgent'").all();
    return numbers
      .flatMap(({ number }) => {
        const entry = this.entry(String(number));
        const owed = entry && this.owedReview(entry);
        return owed ? [{ item: entry, folder: entry.folder, owed }] : [];
      })
      .sort((a, b) => (a.owed.since < b.owed.since ? -1 : 1));
  }

  /** Everything that is told of the entries in one file of records, by index number, of those too that are no longer public. */
  records(file: RecordFile): RecordedEntry[] {
    this.#note(tagOf.recordFile(file));
    const numbers = spansOf(file).flatMap(([first, last]) => this.#recordedNumbers(first, last));
    return numbers.map((number) => ({ number, acts: this.#actsOf(number), entry: this.#recorded(number) }));
  }

  /** Public entries whose records lie in one file, by index number. */
  recordedItems(file: RecordFile): Item[] {
    this.#note(tagOf.recordFile(file));
    const statement = this.#sql(
      'SELECT number, unit, type, json FROM entry WHERE number >= ? AND number <= ? AND public = 1 ORDER BY number',
    );
    return spansOf(file).flatMap(([first, last]) => (statement.all(first, last) as unknown as ItemRow[]).map((row) => this.#toItem(row)));
  }

  /** Files that the records of public entries lie in or would, of one unit's code or of all. Not recorded. */
  itemFiles(code = ''): RecordFile[] {
    return filesOf(
      this.#sql('SELECT number FROM entry WHERE number >= ? AND number <= ? AND public = 1 ORDER BY number')
        .all(code, `${code}\uffff`)
        .map(({ number }) => String(number)),
    );
  }

  /** Codes of units that have public entries. Not recorded. */
  codes(): string[] {
    const codes: string[] = [];
    const next = this.#sql('SELECT number FROM entry WHERE number > ? AND public = 1 ORDER BY number LIMIT 1');
    for (;;) {
      const row = next.get(codes.length === 0 ? '' : `${codes.at(-1)}\uffff`);
      if (!row) return codes;
      codes.push(String(row.number).slice(0, 9));
    }
  }

  /** Files of records that there are, of one unit's code or of all; none where there is no chain. Not recorded. */
  recordFiles(code = ''): RecordFile[] {
    if (!this.isSigned) return [];
    return filesOf(this.#recordedNumbers(code, `${code}\uffff`));
  }

  get #chain(): ChainHead | undefined {
    return this.#cached('chain', () => {
      const chain = this.#meta('chain');
      return chain === undefined ? undefined : (JSON.parse(chain) as ChainHead);
    });
  }

  #actsOf(number: string): EntryAct[] {
    if (!this.isSigned) return [];
    const rows = this.#sql('SELECT json FROM act WHERE number = ? ORDER BY id').all(number);
    return rows.map(({ json }) => JSON.parse(String(json)) as EntryAct);
  }

  /** Index numbers between two that are public, or of which something is told. */
  #recordedNumbers(from: string, to: string): string[] {
    const rows = this.#sql(`
      SELECT number FROM entry WHERE number >= ? AND number <= ? AND public = 1
      UNION SELECT number FROM act WHERE number >= ? AND number <= ? ORDER BY number
    `).all(from, to, from, to);
    return rows.map(({ number }) => String(number));
  }

  #recorded(number: string): RecordedEntry['entry'] {
    const row = this.#sql('SELECT number, unit, type, json, path FROM entry WHERE number = ? AND public = 1').get(number) as
      | (ItemRow & { path: string })
      | undefined;
    if (!row) return undefined;
    const { sha256 } = this.#sql('SELECT sha256 FROM file WHERE path = ?').get(`${row.path}/index.md`) as { sha256: string };
    return { ...toItem(row), text: sha256, files: this.filesIn(row.path) };
  }

  get portal(): Portal | undefined {
    return this.#one<Portal>('portal', 'portal');
  }
  get platform(): Platform | undefined {
    return this.#one<Platform>('platform', 'platform');
  }
  unit(id: string): Unit | undefined {
    return this.#one<Unit>('unit', id);
  }
  /** Units of a kind, or all, in their order. */
  units(kind?: UnitKind): Unit[] {
    return this.#all<Unit>('unit')
      .filter((unit) => !kind || unit.kind === kind)
      .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  }
  column(id: string): Column | undefined {
    return this.#one<Column>('column', id);
  }
  columns(): Column[] {
    return this.#all<Column>('column');
  }
  topic(id: string): Topic | undefined {
    return this.#one<Topic>('topic', id);
  }
  /** Topics, the newest first. */
  topics(): Topic[] {
    return this.#all<Topic>('topic').sort((a, b) =>
      a.opened_on === b.opened_on ? (a.id < b.id ? -1 : 1) : a.opened_on < b.opened_on ? 1 : -1,
    );
  }
  duty(id: string): Duty | undefined {
    return this.#one<Duty>('duty', id);
  }
  duties(): Duty[] {
    return this.#all<Duty>('duty');
  }
  /** Alerts that are shown today: those for everybody and, for a unit, its own. */
  alerts(unit?: string): Alert[] {
    const concerned = this.#all<Alert>('alert').filter(({ units }) => !units || (unit !== undefined && units.includes(unit)));
    return concerned.filter(({ from, until }) => !this.isPast(until) && this.hasCome(from));
  }
  redirects(): Redirect[] {
    return this.#all<Redirect>('redirect');
  }

  /** The public entry with this index number. */
  entry(number: string): Entry | undefined {
    this.#note(tagOf.entry(number));
    const row = this.#sql(
      'SELECT number, unit, type, json, path, text FROM entry JOIN body ON body.entry = entry.id WHERE number = ? AND public = 1',
    ).get(number) as (ItemRow & { path: string; text: Uint8Array }) | undefined;
    if (!row) return undefined;
    const item = this.#toItem(row);
    const isOver = this.isTakenDown(item);
    const filesIn = () => new Map(isOver ? [] : this.filesIn(row.path).map((file) => [file.name, file]));
    let files: Map<string, StoredFile> | undefined;
    return {
      ...item,
      body: isOver ? TAKEN_DOWN : toText(row.text),
      folder: row.path,
      get files() {
        return (files ??= filesIn());
      },
    } as Entry;
  }

  /** The head of the public entry with this index number. */
  item(number: string): Item | undefined {
    this.#note(tagOf.entry(number));
    const row = this.#sql('SELECT number, unit, type, json FROM entry WHERE number = ? AND public = 1').get(number) as ItemRow | undefined;
    return row && this.#toItem(row);
  }

  /** Public entries that name this one, or this duty, in a field such as `interprets` or `duties`, oldest first. */
  referring(field: string, target: string): Item[] {
    this.#note(tagOf.referring(target));
    const rows = this.#sql(
      'SELECT number, unit, type, json FROM reference JOIN entry ON entry.id = reference.entry WHERE target = ? AND field = ? AND public = 1 ORDER BY sort',
    ).all(target, field) as unknown as ItemRow[];
    return rows.map((row) => this.#toItem(row));
  }

  /**
   * Whether an entry is a public list about persons whose period is over: the public sees no more than that it was there
   * (个人信息保护法 art. 19, 47; STD-PRV-12).
   */
  isTakenDown(item: Pick<Item, 'type' | 'data'>): boolean {
    if (item.type !== 'public-list') return false;
    const { has_personal_data, ends_on } = item.data as Data<'public-list'>;
    return has_personal_data && this.isPast(ends_on);
  }

  #toItem(row: ItemRow): Item {
    const item = toItem(row);
    if (!this.isTakenDown(item)) return item;
    const { summary: _, cover: _cover, attachments: _attachments, correction: _correction, ...data } = item.data;
    return { ...item, data } as Item;
  }

  /** Public entries that this one names in its fields. */
  references(item: Item): { field: string; item: Item }[] {
    return referencesOf(item.type, item.data).flatMap(({ field, target }) => {
      const found = this.item(target);
      return found ? [{ field, item: found }] : [];
    });
  }

  /** How many entries a list has. */
  count(list: string): number {
    this.#note(tagOf.count(list));
    return this.#countOf(list);
  }

  /** Entries of a list at positions counted from the oldest, oldest first. */
  slice(list: string, from: number, to: number): Item[] {
    for (let chunk = chunkOf(from); chunk <= chunkOf(Math.max(from, to - 1)); chunk++) this.#note(tagOf.chunk(list, chunk));
    const start = this.#landmark(list, Math.floor(from / STRIDE));
    if (start === undefined) return [];
    const rows = this.#sql(
      `SELECT number, unit, type, json FROM (SELECT entry AS listed_entry, sort AS place FROM listed WHERE list = ? AND sort >= ? ORDER BY sort LIMIT ? OFFSET ?)
       JOIN entry ON entry.id = listed_entry ORDER BY place`,
    ).all(list, start, Math.max(0, to - from), from % STRIDE) as unknown as ItemRow[];
    return rows.map((row) => this.#toItem(row));
  }

  /** Whether a list has an entry at a position counted from the oldest. */
  reaches(list: string, position: number): boolean {
    this.#note(tagOf.chunk(list, chunkOf(position)));
    const start = this.#landmark(list, Math.floor(position / STRIDE));
    if (start === undefined) return false;
    const within = this.#sql('SELECT 1 FROM listed WHERE list = ? AND sort >= ? ORDER BY sort LIMIT 1 OFFSET ?');
    return within.get(list, start, position % STRIDE) !== undefined;
  }

  /** Index numbers of a list's entries, the newest first. Not recorded. */
  *newest(list: string): Generator<string> {
    for (const { sort } of this.#sql('SELECT sort FROM listed WHERE list = ? ORDER BY sort DESC').iterate(list))
      yield String(sort).slice(String(sort).indexOf('|') + 1);
  }

  /** The newest entries of a list, newest first. */
  latest(list: string, most: number): Item[] {
    const count = this.count(list);
    for (let chunk = chunkOf(Math.max(0, count - most)); chunk * PAGE_SIZE < count; chunk++) this.#note(tagOf.chunk(list, chunk));
    const rows = this.#sql(
      'SELECT number, unit, type, json FROM listed JOIN entry ON entry.id = listed.entry WHERE list = ? ORDER BY listed.sort DESC LIMIT ?',
    ).all(list, most) as unknown as ItemRow[];
    return rows.map((row) => this.#toItem(row));
  }

  /** Index numbers of public entries that begin so, oldest first, with the folder of each and whether the public has files of it. Not recorded. */
  *numbers(prefix = ''): Generator<{ number: string; folder: string; hasFiles: boolean }> {
    const rows = this.#sql(`
      SELECT number, path, EXISTS (
        SELECT 1 FROM file WHERE file.path > entry.path || '/' AND file.path < entry.path || '0' AND file.path <> entry.path || '/index.md' AND refused IS NULL
      ) AND NOT (type = 'public-list' AND json_extract(json, '$.has_personal_data') AND json_extract(json, '$.ends_on') < ?) AS files
      FROM entry WHERE public = 1 AND number >= ? AND number < ? ORDER BY sort
    `).iterate(this.#today, prefix, `${prefix}\uffff`);
    for (const { number, path, files } of rows) yield { number: String(number), folder: String(path), hasFiles: files === 1 };
  }

  /** The entry in this folder of the content root, public or not. Not recorded. */
  stored(folder: string): StoredEntry | undefined {
    const row = this.#sql(`${STORED} WHERE path = ?`).get(folder);
    return row && toStored(row as unknown as StoredRow);
  }

  /** Every entry that can be read, public or not, by folder. Not recorded. */
  *storedEntries(): Generator<StoredEntry> {
    for (const row of this.#sql(`${STORED} ORDER BY path`).iterate()) yield toStored(row as unknown as StoredRow);
  }

  /** Entries of these types whose front matter, as JSON, holds these characters, public or not, by folder, without their text. Not recorded. */
  storedHeads(types: readonly TypeName[], holding: string): Omit<StoredEntry, 'body'>[] {
    const ofTypes = types.map(() => '?').join();
    const rows = this.#sql(
      `SELECT path, unit, type, number, public, json, x'' AS body FROM entry WHERE type IN (${ofTypes}) AND instr(json, ?) > 0 ORDER BY path`,
    ).all(...types, holding);
    return rows.map((row) => toStored(row as unknown as StoredRow));
  }

  /** Heads of a unit's entries of a type, public or not, the newest first. @param after folder of the entry before. Not recorded. */
  storedPage({ unit, type, after, most }: { unit: string; type: string; after?: string; most: number }): StoredHead[] {
    const behind = after === undefined ? '' : 'AND (sort, path) < (SELECT sort, path FROM entry WHERE path = ?)';
    const rows = this.#sql(`${HEAD} WHERE path > ? AND path < ? ${behind} ORDER BY sort DESC, path DESC LIMIT ?`);
    return rows.all(...underOf(unit, type), ...(after === undefined ? [] : [after]), most).map(toHead);
  }

  /** How many entries of a type a unit has, public or not. Not recorded. */
  storedCount(unit: string, type: string): number {
    return Number(this.#sql('SELECT count(*) AS n FROM entry WHERE path > ? AND path < ?').get(...underOf(unit, type))?.n);
  }

  /** Heads of public entries whose title holds these words, the newest first. Not recorded. */
  titled(words: string, most: number): StoredHead[] {
    const rows = this.#sql(
      `${HEAD} WHERE public = 1 AND instr(json, ?) > 0 AND instr(json_extract(json, '$.title'), ?) > 0 ORDER BY sort DESC LIMIT ?`,
    );
    return rows.all(JSON.stringify(words).slice(1, -1), words, most).map(toHead);
  }

  /** Entries, public or not, that name an index number in a field or hold its address in their text. Not recorded. */
  storedNaming(number: string): StoredEntry[] {
    const rows = this.#sql(
      `${STORED} WHERE entry.id IN (SELECT entry FROM reference WHERE target = ?) OR instr(text, ?) > 0 ORDER BY path`,
    ).all(number, `/i/${number.replace('-', '/')}`);
    return rows.map((row) => toStored(row as unknown as StoredRow));
  }

  /** Every file of the content root as its source names it, by path, refused ones with an empty hash. Not recorded. */
  *storedFiles(): Generator<SourceFile & { sha256: string }> {
    for (const row of this.#sql(`${SOURCE_FILE} ORDER BY path`).iterate()) yield toSourceFile(row);
  }

  /** A file of the content root as its source names it, with an empty hash if it is refused. Not recorded. */
  storedFile(path: string): (SourceFile & { sha256: string }) | undefined {
    const row = this.#sql(`${SOURCE_FILE} WHERE path = ?`).get(path);
    return row && toSourceFile(row);
  }

  /** Files in a folder of the content root, such as an entry's, other than `index.md`. Not recorded. */
  filesIn(folder: string): StoredFile[] {
    const rows = this.#sql(
      'SELECT path, size, sha256, width, height FROM file WHERE path > ? AND path < ? AND refused IS NULL ORDER BY path',
    ).all(`${folder}/`, `${folder}0`) as unknown as FileRow[];
    const files = rows.filter(({ path }) => !path.includes('/', folder.length + 1) && path !== `${folder}/index.md`);
    return files.map(toFile);
  }

  /** Whether a public entry has a file of these bytes for the public. Not recorded. */
  hasPublicFile(sha256: string): boolean {
    const paths = this.#sql('SELECT path FROM file WHERE sha256 = ?').all(sha256);
    return paths.some(({ path }) => {
      const folder = String(path).slice(0, String(path).lastIndexOf('/'));
      const row = this.#sql('SELECT number, unit, type, json FROM entry WHERE path = ? AND public = 1').get(folder) as ItemRow | undefined;
      return row !== undefined && !this.isTakenDown(toItem(row));
    });
  }

  /** A file of the content root, for example a picture under `images/`. */
  file(path: string): StoredFile | undefined {
    this.#note(tagOf.file(path));
    const row = this.#sql('SELECT path, size, sha256, width, height FROM file WHERE path = ? AND refused IS NULL').get(path);
    return row && toFile(row as unknown as FileRow);
  }

  /** Everything wrong with the content, by file and place. */
  findings(): Finding[] {
    const rows = this.#sql('SELECT file, line, column, message FROM finding ORDER BY file, line, column, message').all();
    return rows as unknown as Finding[];
  }

  #note(tag: string) {
    this.#recording.getStore()?.tags.add(tag);
  }

  #changesOn(day: string) {
    const reading = this.#recording.getStore();
    if (reading && (!reading.until || day < reading.until)) reading.until = day;
  }

  /** What stands at the nth of every so many positions of a list: counting from its beginning takes ever longer. */
  #landmark(list: string, nth: number): string | undefined {
    if (nth === 0) return '';
    const places = `SELECT sort, row_number() OVER (ORDER BY sort) - 1 AS position FROM listed WHERE list = ?`;
    return this.#cached(`landmarks:${list}`, () =>
      this.#sql(`SELECT sort FROM (${places}) WHERE position % ${STRIDE} = 0`)
        .all(list)
        .map(({ sort }) => String(sort)),
    )[nth];
  }

  #countOf(list: string): number {
    return (this.#sql('SELECT count(*) AS n FROM listed WHERE list = ?').get(list) as { n: number }).n;
  }

  #one<T>(kind: string, id: string): T | undefined {
    this.#note(tagOf.record(kind, id));
    return this.#cached(`${kind}:${id}`, () => {
      const row = this.#sql("SELECT json FROM record WHERE kind = ? AND id = ? AND json <> ''").get(kind, id) as
        | { json: string }
        | undefined;
      return row && (JSON.parse(row.json) as T);
    });
  }

  #all<T>(kind: string): T[] {
    this.#note(tagOf.records(kind));
    return [
      ...this.#cached(`${kind}s`, () => {
        const rows = this.#sql("SELECT json FROM record WHERE kind = ? AND json <> '' ORDER BY file, item").all(kind) as { json: string }[];
        return rows.map(({ json }) => JSON.parse(json) as T);
      }),
    ];
  }

  #meta(key: string): string | undefined {
    return (this.#sql('SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined)?.value;
  }

  #cached<T>(key: string, read: () => T): T {
    if (!this.#records.has(key)) this.#records.set(key, read());
    return this.#records.get(key) as T;
  }

  #sql(text: string): StatementSync {
    let statement = this.#prepared.get(text);
    if (!statement) this.#prepared.set(text, (statement = this.#database.prepare(text)));
    return statement;
  }
}

const STORED = 'SELECT path, unit, type, number, public, json, text AS body FROM entry JOIN body ON body.entry = entry.id';

interface StoredRow {
  path: string;
  unit: string;
  type: TypeName;
  number: string | null;
  public: number;
  json: string;
  body: Uint8Array;
}

function toStored({ path, unit, type, number, public: isPublic, json, body }: StoredRow): StoredEntry {
  return { folder: path, unit, type, number: number ?? undefined, isPublic: isPublic === 1, data: JSON.parse(json), body: toText(body) };
}

const toText = ({ buffer, byteOffset, byteLength }: Uint8Array) => Buffer.from(buffer, byteOffset, byteLength).toString();

const HEAD =
  "SELECT path, number, unit, json_extract(json, '$.title') AS title, json_extract(json, '$.published_at') AS published FROM entry";

const underOf = (unit: string, type: string): [string, string] => [`entries/${unit}/${type}/`, `entries/${unit}/${type}0`];

const toHead = ({ path, number, unit, title, published }: Record<string, unknown>): StoredHead => ({
  folder: String(path),
  number: number === null ? undefined : String(number),
  unit: String(unit),
  title: String(title),
  publishedOn: String(published ?? '').slice(0, 10),
});

function toItem(row: ItemRow): Item {
  const data = JSON.parse(row.json) as Data;
  return { number: row.number, unit: row.unit, type: row.type, data, publishedAt: data.published_at ?? '' } as Item;
}

/** The files in which records of entries with these numbers lie. */
const filesOf = (numbers: readonly string[]): RecordFile[] => [
  ...new Map(numbers.map(recordFileOf).map((file) => [recordFilePath(file), file])).values(),
];

/** The first and the last index number of each month whose records lie in a file. */
function spansOf({ code, year, part }: RecordFile): [first: string, last: string][] {
  const [first, last] = [(part - 1) * RECORD_SPAN + 1, part * RECORD_SPAN].map((serial) => String(serial).padStart(5, '0')) as [
    string,
    string,
  ];
  return Array.from({ length: 12 }, (_, month) => {
    const beginning = `${code}/${year}${String(month + 1).padStart(2, '0')}-`;
    return [beginning + first, beginning + last];
  });
}

function toFile({ path, size, sha256, width, height }: FileRow): StoredFile {
  return { name: path.slice(path.lastIndexOf('/') + 1), path, size, sha256, ...(width && height ? { width, height } : {}) };
}

/** Positions of a list between two that are remembered. */
const STRIDE = 500;

/** After it there is none that can be written as YYYY-MM-DD. */
const LAST_DAY = '9999-12-31';

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
