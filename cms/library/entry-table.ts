import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Data } from '../model/types/index.ts';
import { type Context, findMisfits, referencesOf } from './context.ts';
import { ListTable } from './list-table.ts';
import { ListRules } from './lists.ts';
import type { ParsedEntry } from './parse.ts';
import { placeOf } from './places.ts';
import { split } from './read-entry.ts';
import { readText } from './read-text.ts';
import type { RecordTable } from './record-table.ts';
import type { Source } from './source.ts';
import { tagOf } from './tags.ts';

interface Row {
  id: number;
  path: string;
  number: string | null;
  unit: string;
  type: string;
  sort: string;
  public: number;
  json: string;
  /** Names of files that the body links to, separated by newlines. */
  linked: string;
}

/** Entries as the index holds them, and what follows from them: lists, references, findings. */
export class EntryTable {
  readonly #database: DatabaseSync;
  readonly #source: Source;
  readonly #lists: ListTable;
  /** What was public, and what was referred to, before the changes of this run. */
  readonly #old = new Map<string, Row | undefined>();
  readonly #prepared = new Map<string, StatementSync>();

  constructor(database: DatabaseSync, source: Source) {
    this.#database = database;
    this.#source = source;
    this.#lists = new ListTable(database);
  }

  paths(): string[] {
    return this.#sql('SELECT path FROM entry')
      .all()
      .map(({ path }) => String(path));
  }

  rememberOld(path: string) {
    if (!this.#old.has(path)) this.#old.set(path, this.#row(path));
  }

  store(path: string, entry: ParsedEntry | undefined) {
    if (!entry) return this.remove(path);
    const { number, unit, type, sort, json, linked, body } = entry;
    this.#sql(`
      INSERT INTO entry (path, number, unit, type, sort, json, linked, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (path) DO UPDATE SET number = excluded.number, sort = excluded.sort, json = excluded.json, linked = excluded.linked, body = excluded.body
    `).run(path, number, unit, type, sort, json, linked, body);
  }

  remove(path: string) {
    this.rememberOld(path);
    const row = this.#row(path);
    if (!row) return;
    this.#sql('UPDATE entry SET number = NULL WHERE id = ?').run(row.id);
    this.#sql("UPDATE entry SET json = '', linked = '', body = '' WHERE id = ?").run(row.id);
  }

  /**
   * Judges the touched entries in their surroundings, brings lists and references up to date and adds
   * the tags of what changed; without a set of tags, none are worked out.
   */
  settle(touched: Set<string>, records: RecordTable, tags: Set<string> | undefined) {
    this.#addNeighbours(touched);
    const rules = new ListRules(records.units, records.columns);
    const context = this.#context(records);
    for (const path of touched) {
      const old = tags ? (this.#old.has(path) ? this.#old.get(path) : this.#row(path)) : undefined;
      const row = this.#row(path);
      if (old?.public && old.number) this.#tagReferences(old, tags);
      if (row) this.#settleOne(row, rules, context, records, tags);
      if (old?.public && old.number) tags?.add(tagOf.entry(old.number));
    }
  }

  #settleOne(row: Row, rules: ListRules, context: Context, records: RecordTable, tags: Set<string> | undefined) {
    this.#sql('DELETE FROM reference WHERE entry = ?').run(row.id);
    if (row.json === '') {
      this.#lists.move(row.id, [], '', tags);
      this.#sql('DELETE FROM entry WHERE id = ?').run(row.id);
      records.report(`${row.path}/index.md`, 'context', []);
      return;
    }
    const data = JSON.parse(row.json) as Data;
    const entry = { path: row.path, unit: row.unit, type: row.type, data, linked: row.linked === '' ? [] : row.linked.split('\n') };
    const misfits = findMisfits(entry, context);
    this.#report(row.path, misfits, records);
    const isPublic = row.number !== null && misfits.every(({ shown }) => shown);
    if (Number(isPublic) !== row.public) this.#sql('UPDATE entry SET public = ? WHERE id = ?').run(Number(isPublic), row.id);
    const lists = isPublic ? rules.listsOf({ unit: row.unit, column: data.column, topics: data.topics }) : [];
    this.#lists.move(row.id, lists, row.sort, tags);
    if (!isPublic) return;
    for (const { field, target } of referencesOf(data))
      this.#sql('INSERT OR IGNORE INTO reference (target, field, entry) VALUES (?, ?, ?)').run(target, String(field[0]), row.id);
    this.#tagReferences(row, tags);
    if (row.number) tags?.add(tagOf.entry(row.number));
  }

  /** Entries that share an index number with a touched one, or refer to it, are judged again too. */
  #addNeighbours(touched: Set<string>) {
    const numbers = new Set<string>();
    for (const path of touched) {
      const old = this.#old.get(path)?.number;
      if (old) numbers.add(old);
      const now = this.#old.size > 0 ? this.#row(path)?.number : undefined;
      if (now) numbers.add(now);
    }
    for (const number of numbers) {
      for (const { path } of this.#sql('SELECT path FROM entry WHERE number = ?').all(number)) touched.add(String(path));
      for (const { path } of this.#sql('SELECT path FROM reference JOIN entry ON entry.id = reference.entry WHERE target = ?').all(number))
        touched.add(String(path));
    }
  }

  #tagReferences(row: Row, tags: Set<string> | undefined) {
    if (!tags || row.json === '') return;
    for (const { target } of referencesOf(JSON.parse(row.json) as Data)) tags.add(tagOf.referring(target));
  }

  #context(records: RecordTable): Context {
    return {
      unit: (id) => records.unit(id),
      column: (id) => records.column(id),
      has: (kind, id) => records.has(kind, id),
      holders: (number) =>
        this.#sql("SELECT path FROM entry WHERE number = ? AND json <> '' ORDER BY path")
          .all(number)
          .map(({ path }) => String(path)),
      filesIn: (folder) =>
        new Set(
          this.#sql('SELECT path FROM file WHERE path > ? AND path < ?')
            .all(`${folder}/`, `${folder}0`)
            .map(({ path }) => String(path).slice(folder.length + 1)),
        ),
    };
  }

  #report(path: string, misfits: { field: (string | number)[]; message: string }[], records: RecordTable) {
    const file = `${path}/index.md`;
    if (misfits.length === 0) {
      records.report(file, 'context', []);
      return;
    }
    const stored = this.#sql('SELECT path, stamp, size FROM file WHERE path = ?').get(file) as {
      path: string;
      stamp: string;
      size: number;
    };
    const [bytes] = this.#source.read([stored]);
    const read = bytes ? readText(bytes) : undefined;
    const yaml = read && 'text' in read ? (split(read.text)?.yaml ?? '') : '';
    records.report(
      file,
      'context',
      misfits.map(({ field, message }) => {
        const place = yaml === '' ? { line: 0, column: 1 } : placeOf(yaml, field);
        return { file, line: place.line + 1, column: place.column, message };
      }),
    );
  }

  #row(path: string): Row | undefined {
    return this.#sql('SELECT id, path, number, unit, type, sort, public, json, linked FROM entry WHERE path = ?').get(path) as
      | Row
      | undefined;
  }

  #sql(text: string): StatementSync {
    let statement = this.#prepared.get(text);
    if (!statement) this.#prepared.set(text, (statement = this.#database.prepare(text)));
    return statement;
  }
}
