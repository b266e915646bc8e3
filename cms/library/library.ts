import type { DatabaseSync } from 'node:sqlite';
import { Calendar } from '../calendar/calendar.ts';
import type { Alert } from '../model/alert.ts';
import type { Column } from '../model/column.ts';
import type { Duty } from '../model/duty.ts';
import type { OwedReview } from '../model/emergency.ts';
import type { Platform } from '../model/platform.ts';
import type { Portal, Redirect, Topic } from '../model/portal.ts';
import { TAKEN_DOWN } from '../model/types/public-list.ts';
import type { Unit, UnitKind } from '../model/unit.ts';
import { Acts } from './acts.ts';
import { referencesOf } from './context.ts';
import type { Finding } from './finding.ts';
import { IndexRows } from './index-rows.ts';
import {
  type Entry,
  FILE,
  type FileRow,
  ITEM,
  type Item,
  type ItemRow,
  isTakenDown,
  type StoredFile,
  toFile,
  toItem,
  toText,
} from './item.ts';
import { PAGE_SIZE } from './lists.ts';
import { openForReading } from './open.ts';
import { PublicRecord } from './public-record.ts';
import { type Reading, Recorder } from './recorder.ts';
import { Stored } from './stored.ts';
import { chunkOf, EVERYTHING, REMEMBERED, tagOf } from './tags.ts';

/** The query API over the index: the only one that pages and rules use. What pages ask is recorded. */
export class Library {
  readonly #rows: IndexRows;
  readonly #recorder: Recorder;
  /** Content as the content root holds it, public or not. */
  readonly stored: Stored;
  /** What was signed. */
  readonly acts: Acts;
  /** What the public is told of entries (责任记录), and which entries the interface lists with it. */
  readonly publicRecord: PublicRecord;

  /** @param today in Asia/Shanghai, YYYY-MM-DD */
  constructor(database: DatabaseSync, today: string) {
    this.#rows = new IndexRows(database);
    this.#recorder = new Recorder(today);
    this.stored = new Stored(this.#rows, (day) => this.isPast(day));
    this.acts = new Acts(this.#rows, this.#recorder);
    this.publicRecord = new PublicRecord(this.#rows, this.#recorder, this.acts, this.stored);
  }

  static open(path: string, today: string): Library {
    return new Library(openForReading(path), today);
  }

  close() {
    this.#rows.close();
  }

  /** Does something and tells what was read for it. */
  record<T>(work: () => T | Promise<T>): Promise<{ value: T; reading: Reading }> {
    return this.#recorder.record(work);
  }

  /**
   * Makes something once and gives it again for the same key, with everything that was read for it counted as
   * read again. The key must say all that the result depends on beside the library. Only what is being made has to be waited for.
   */
  remember(key: string, make: () => Promise<string>): string | Promise<string> {
    return this.#recorder.remember(key, make);
  }

  /** Number of the index's present state. */
  get generation(): number {
    return Number(this.#rows.meta('generation') ?? 0);
  }

  /** Tags that changed after a generation, or undefined when nothing read before can be trusted. */
  changedSince(generation: number): Set<string> | undefined {
    const present = this.generation;
    if (generation <= 0 || generation > present || generation < present - REMEMBERED) return undefined;
    const tags = new Set(
      this.#rows
        .sql('SELECT DISTINCT tag FROM changed WHERE generation > ?')
        .all(generation)
        .map(({ tag }) => String(tag)),
    );
    return tags.has(EVERYTHING) ? undefined : tags;
  }

  /** Whether a day lies before today. The answer changes on the day after it. */
  isPast(day: string): boolean {
    return this.#recorder.isPast(day);
  }

  /** Whether a day is today or before. The answer changes on that day. */
  hasCome(day: string): boolean {
    return this.#recorder.hasCome(day);
  }

  /** Today in Asia/Shanghai, YYYY-MM-DD. The answer changes tomorrow. */
  today(): string {
    return this.#recorder.today();
  }

  /** Working days from one day to another, day one not counted; undefined for years whose holidays neither the project nor the county tells. */
  workdaysBetween(from: string, to: string): number | undefined {
    this.#recorder.note(tagOf.years);
    const calendar = this.#rows.kept('calendar', () => new Calendar(new Map(JSON.parse(this.#rows.meta('years') ?? '[]'))));
    return calendar.workdaysBetween(from, to);
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
    this.#recorder.note(tagOf.entry(number));
    const row = this.#rows
      .sql(`SELECT ${ITEM}, path, text FROM entry JOIN body ON body.entry = entry.id WHERE number = ? AND public = 1`)
      .get(number) as (ItemRow & { path: string; text: Uint8Array }) | undefined;
    if (!row) return undefined;
    const item = this.#toItem(row);
    const isOver = this.isTakenDown(item);
    const filesIn = () => new Map(isOver ? [] : this.stored.filesIn(row.path).map((file) => [file.name, file]));
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
    this.#recorder.note(tagOf.entry(number));
    const row = this.#rows.sql(`SELECT ${ITEM} FROM entry WHERE number = ? AND public = 1`).get(number) as ItemRow | undefined;
    return row && this.#toItem(row);
  }

  /** Public entries that name this one, or this duty, in a field such as `interprets` or `duties`, oldest first. */
  referring(field: string, target: string): Item[] {
    this.#recorder.note(tagOf.referring(target));
    const rows = this.#rows
      .sql(
        `SELECT ${ITEM} FROM reference JOIN entry ON entry.id = reference.entry WHERE target = ? AND field = ? AND public = 1 ORDER BY sort`,
      )
      .all(target, field);
    return this.#toItems(rows);
  }

  /** Public entries that this one names in its fields. */
  references(item: Item): { field: string; item: Item }[] {
    return referencesOf(item.type, item.data).flatMap(({ field, target }) => {
      const found = this.item(target);
      return found ? [{ field, item: found }] : [];
    });
  }

  /** Whether an entry is a public list about persons whose period is over: the public sees no more than that it was there. */
  isTakenDown(item: Pick<Item, 'type' | 'data'>): boolean {
    return isTakenDown(item, (day) => this.isPast(day));
  }

  /** Public entries for which a review is owed, those first that are to be reviewed first. */
  owedReviews(): { item: Item; folder: string; owed: OwedReview }[] {
    return this.acts
      .urgent()
      .flatMap((number) => {
        const entry = this.entry(number);
        const owed = entry && this.acts.owedReview(entry);
        return owed ? [{ item: entry, folder: entry.folder, owed }] : [];
      })
      .sort((a, b) => (a.owed.since < b.owed.since ? -1 : 1));
  }

  /** Index numbers of public entries that begin so, oldest first, with the folder of each and whether the public has files of it. Not recorded. */
  *numbers(prefix = ''): Generator<{ number: string; folder: string; hasFiles: boolean }> {
    const rows = this.#rows
      .sql(`
      SELECT number, path, EXISTS (
        SELECT 1 FROM file WHERE file.path > entry.path || '/' AND file.path < entry.path || '0' AND file.path <> entry.path || '/index.md' AND refused IS NULL
      ) AND NOT (type = 'public-list' AND json_extract(json, '$.has_personal_data') AND json_extract(json, '$.ends_on') < ?) AS files
      FROM entry WHERE public = 1 AND number >= ? AND number < ? ORDER BY sort
    `)
      .iterate(this.#recorder.day, prefix, `${prefix}\uffff`);
    for (const { number, path, files } of rows) yield { number: String(number), folder: String(path), hasFiles: files === 1 };
  }

  /** How many entries a list has. */
  count(list: string): number {
    this.#recorder.note(tagOf.count(list));
    return (this.#rows.sql('SELECT count(*) AS n FROM listed WHERE list = ?').get(list) as { n: number }).n;
  }

  /** Entries of a list at positions counted from the oldest, oldest first. */
  slice(list: string, from: number, to: number): Item[] {
    for (let chunk = chunkOf(from); chunk <= chunkOf(Math.max(from, to - 1)); chunk++) this.#recorder.note(tagOf.chunk(list, chunk));
    const start = this.#landmark(list, Math.floor(from / STRIDE));
    if (start === undefined) return [];
    const rows = this.#rows
      .sql(
        `SELECT ${ITEM} FROM (SELECT entry AS listed_entry, sort AS place FROM listed WHERE list = ? AND sort >= ? ORDER BY sort LIMIT ? OFFSET ?)
       JOIN entry ON entry.id = listed_entry ORDER BY place`,
      )
      .all(list, start, Math.max(0, to - from), from % STRIDE);
    return this.#toItems(rows);
  }

  /** Whether a list has an entry at a position counted from the oldest. */
  reaches(list: string, position: number): boolean {
    this.#recorder.note(tagOf.chunk(list, chunkOf(position)));
    const start = this.#landmark(list, Math.floor(position / STRIDE));
    if (start === undefined) return false;
    const within = this.#rows.sql('SELECT 1 FROM listed WHERE list = ? AND sort >= ? ORDER BY sort LIMIT 1 OFFSET ?');
    return within.get(list, start, position % STRIDE) !== undefined;
  }

  /** The newest entries of a list, newest first. */
  latest(list: string, most: number): Item[] {
    const count = this.count(list);
    for (let chunk = chunkOf(Math.max(0, count - most)); chunk * PAGE_SIZE < count; chunk++) this.#recorder.note(tagOf.chunk(list, chunk));
    const rows = this.#rows
      .sql(`SELECT ${ITEM} FROM listed JOIN entry ON entry.id = listed.entry WHERE list = ? ORDER BY listed.sort DESC LIMIT ?`)
      .all(list, most);
    return this.#toItems(rows);
  }

  /** Index numbers of a list's entries, the newest first. Not recorded. */
  *newest(list: string): Generator<string> {
    for (const { sort } of this.#rows.sql('SELECT sort FROM listed WHERE list = ? ORDER BY sort DESC').iterate(list))
      yield String(sort).slice(String(sort).indexOf('|') + 1);
  }

  /** A file of the content root, for example a picture under `images/`. */
  file(path: string): StoredFile | undefined {
    this.#recorder.note(tagOf.file(path));
    const row = this.#rows.sql(`SELECT ${FILE} FROM file WHERE path = ? AND refused IS NULL`).get(path);
    return row && toFile(row as unknown as FileRow);
  }

  /** Everything wrong with the content, by file and place. */
  findings(): Finding[] {
    const rows = this.#rows.sql('SELECT file, line, column, message FROM finding ORDER BY file, line, column, message').all();
    return rows as unknown as Finding[];
  }

  /** What stands at the nth of every so many positions of a list: counting from its beginning takes ever longer. */
  #landmark(list: string, nth: number): string | undefined {
    if (nth === 0) return '';
    const places = `SELECT sort, row_number() OVER (ORDER BY sort) - 1 AS position FROM listed WHERE list = ?`;
    return this.#rows.kept(`landmarks:${list}`, () =>
      this.#rows
        .sql(`SELECT sort FROM (${places}) WHERE position % ${STRIDE} = 0`)
        .all(list)
        .map(({ sort }) => String(sort)),
    )[nth];
  }

  #toItem(row: ItemRow): Item {
    return toItem(row, (day) => this.isPast(day));
  }

  #toItems(rows: unknown): Item[] {
    return (rows as ItemRow[]).map((row) => this.#toItem(row));
  }

  #one<T>(kind: string, id: string): T | undefined {
    this.#recorder.note(tagOf.record(kind, id));
    return this.#rows.kept(`${kind}:${id}`, () => {
      const row = this.#rows.sql("SELECT json FROM record WHERE kind = ? AND id = ? AND json <> ''").get(kind, id) as
        | { json: string }
        | undefined;
      return row && (JSON.parse(row.json) as T);
    });
  }

  #all<T>(kind: string): T[] {
    this.#recorder.note(tagOf.records(kind));
    return [
      ...this.#rows.kept(`${kind}s`, () => {
        const rows = this.#rows.sql("SELECT json FROM record WHERE kind = ? AND json <> '' ORDER BY file, item").all(kind) as {
          json: string;
        }[];
        return rows.map(({ json }) => JSON.parse(json) as T);
      }),
    ];
  }
}

/** Positions of a list between two that are remembered. */
const STRIDE = 500;
