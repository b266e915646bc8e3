import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Data } from '../model/types/index.ts';
import { recordFileOf } from './addresses.ts';
import { type Context, findMisfits, linksIn, type Misfit, referencesOf, toUsedTwice } from './context.ts';
import type { Finding } from './finding.ts';
import { ListTable } from './list-table.ts';
import { ListRules } from './lists.ts';
import type { ParsedEntry } from './parse.ts';
import { type Place, Places } from './places.ts';
import { readText } from './read-text.ts';
import type { RecordTable } from './record-table.ts';
import type { Source, SourceFile } from './source.ts';
import { split, YAML_LINE } from './split.ts';
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
  /** What is to be reported about entries once all are judged. */
  readonly #misfits = new Map<string, Misfit[]>();
  /** Index numbers that became public or ceased to be. */
  readonly flipped = new Set<string>();
  /** What was stored in an index that held nothing before, so that it need not be read again; undefined for another index. */
  readonly #fresh: Map<string, Row> | undefined;

  /** @param isNew whether the index holds nothing yet */
  constructor(database: DatabaseSync, source: Source, isNew: boolean) {
    this.#database = database;
    this.#source = source;
    this.#lists = new ListTable(database);
    this.#fresh = isNew ? new Map() : undefined;
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
    const { number, unit, type, sort, withdrawn, json, linked, body } = entry;
    const former = this.#row(path);
    if (former)
      this.#sql('UPDATE entry SET number = ?, sort = ?, withdrawn = ?, json = ?, linked = ? WHERE id = ?').run(
        number,
        sort,
        withdrawn,
        json,
        linked,
        former.id,
      );
    const id =
      former?.id ??
      Number(
        this.#sql('INSERT INTO entry (path, number, unit, type, sort, withdrawn, json, linked) VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
          path,
          number,
          unit,
          type,
          sort,
          withdrawn,
          json,
          linked,
        ).lastInsertRowid,
      );
    this.#fresh?.set(path, { id, path, number, unit, type, sort, public: 0, json, linked });
    this.#sql('INSERT OR REPLACE INTO body (entry, text) VALUES (?, ?)').run(id, Buffer.from(body));
  }

  remove(path: string) {
    this.rememberOld(path);
    const row = this.#row(path);
    if (!row) return;
    this.#sql('UPDATE entry SET number = NULL WHERE id = ?').run(row.id);
    this.#sql("UPDATE entry SET json = '', linked = '' WHERE id = ?").run(row.id);
    this.#sql('DELETE FROM body WHERE entry = ?').run(row.id);
  }

  /**
   * Judges the touched entries in their surroundings, brings lists and references up to date and adds
   * the tags of what changed; without a set of tags, none are worked out.
   */
  settle(touched: Set<string>, records: RecordTable, tags: Set<string> | undefined) {
    this.#addNeighbours(touched);
    const rules = new ListRules(records.units, records.columns, records.duties);
    const context = this.#context(records);
    const rivals: Judged[] = [];
    for (const path of touched) {
      const row = this.#row(path);
      const old = this.#old.has(path) ? this.#old.get(path) : row;
      if (old?.public) this.#tag(old, tags);
      const before = old?.public ? old.number : null;
      if (!row || row.json === '') {
        if (row) this.#delete(row, tags);
        this.#misfits.set(path, this.#isOrphaned(path) ? [ORPHANED] : []);
        if (before !== null) this.flipped.add(before);
        continue;
      }
      const judged = judge(row, before, context);
      if (row.number !== null && context.holders(row.number).length > 1) rivals.push(judged);
      else this.#settleOne(judged, rules, tags);
    }
    this.#settleRivals(rivals, rules, tags);
    this.#report(records);
  }

  /** Of entries with one index number, the first that fits in has it; the others are told. */
  #settleRivals(rivals: readonly Judged[], rules: ListRules, tags: Set<string> | undefined) {
    for (const [number, group] of Map.groupBy(rivals, ({ row }) => row.number!)) {
      const sorted = group.sort((a, b) => (a.row.path < b.row.path ? -1 : 1));
      const owner = sorted.find(({ misfits }) => isShown(misfits)) ?? sorted[0]!;
      // The owner comes last, so that its place in the lists is free by then.
      for (const rival of [...sorted.filter((each) => each !== owner), owner]) {
        if (rival !== owner) rival.misfits.push(toUsedTwice(number, owner.row.path));
        this.#settleOne(rival, rules, tags);
      }
    }
  }

  #settleOne({ row, data, misfits, before }: Judged, rules: ListRules, tags: Set<string> | undefined) {
    this.#misfits.set(row.path, misfits);
    const isPublic = row.number !== null && isShown(misfits);
    if (Number(isPublic) !== row.public) this.#sql('UPDATE entry SET public = ? WHERE id = ?').run(Number(isPublic), row.id);
    const lists = isPublic ? rules.listsOf({ ...data, unit: row.unit, type: row.type }) : [];
    if (this.#fresh) this.#lists.enter(row.id, lists, row.sort);
    else {
      this.#lists.move(row.id, lists, row.sort, tags);
      this.#sql('DELETE FROM reference WHERE entry = ?').run(row.id);
    }
    for (const { field, target } of referencesOf(row.type, data))
      this.#sql('INSERT OR IGNORE INTO reference (target, field, entry) VALUES (?, ?, ?)').run(target, field, row.id);
    if (isPublic) this.#tag(row, tags);
    const now = isPublic ? row.number : null;
    if (before !== now) for (const number of [before, now]) if (number !== null) this.flipped.add(number);
  }

  #delete(row: Row, tags: Set<string> | undefined) {
    this.#lists.move(row.id, [], '', tags);
    this.#sql('DELETE FROM reference WHERE entry = ?').run(row.id);
    this.#sql('DELETE FROM entry WHERE id = ?').run(row.id);
    this.#sql('DELETE FROM body WHERE entry = ?').run(row.id);
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

  /** Adds the tags of a public entry and of those that it names. */
  #tag(row: Row, tags: Set<string> | undefined) {
    if (!tags || row.json === '' || !row.number) return;
    tags.add(tagOf.entry(row.number));
    tags.add(tagOf.recordFile(recordFileOf(row.number)));
    for (const { target } of referencesOf(row.type, JSON.parse(row.json) as Data)) tags.add(tagOf.referring(target));
  }

  #context(records: RecordTable): Context {
    return {
      unit: (id) => records.unit(id),
      column: (id) => records.column(id),
      has: (kind, id) => records.has(kind, id),
      isBroken: (kind, id) => records.isBroken(kind, id),
      holders: (number) =>
        this.#sql("SELECT path FROM entry WHERE number = ? AND json <> '' ORDER BY path")
          .all(number)
          .map(({ path }) => String(path)),
      filesIn: (folder) =>
        new Set(
          this.#sql('SELECT path FROM file WHERE path > ? AND path < ? AND refused IS NULL')
            .all(`${folder}/`, `${folder}0`)
            .map(({ path }) => String(path).slice(folder.length + 1)),
        ),
    };
  }

  /** Whether files lie in the folder of an entry that has none. */
  #isOrphaned(path: string): boolean {
    const files = this.#sql('SELECT path FROM file WHERE path > ? AND path < ?').all(`${path}/`, `${path}0`);
    return files.length > 0 && !files.some((file) => file.path === `${path}/index.md`);
  }

  #report(records: RecordTable) {
    const files: SourceFile[] = [];
    for (const [path, misfits] of this.#misfits) {
      const said = misfits.filter(({ message }) => message !== '');
      const file = said.length > 0 ? this.#fileAt(`${path}/index.md`) : undefined;
      if (file) files.push(file);
      else
        records.report(
          `${path}/index.md`,
          'context',
          said.map(({ message }) => toFinding(path, { line: 1, column: 1 }, message)),
        );
    }
    let index = 0;
    for (const bytes of this.#source.read(files)) {
      const path = files[index++]!.path.slice(0, -'/index.md'.length);
      const read = bytes instanceof Uint8Array ? readText(bytes) : undefined;
      const placeOf = toPlacer(read && 'text' in read ? read.text : '');
      const said = this.#misfits.get(path)!.filter(({ message }) => message !== '');
      records.report(
        `${path}/index.md`,
        'context',
        said.map((misfit) => toFinding(path, placeOf(misfit), misfit.message)),
      );
    }
  }

  #fileAt(path: string): SourceFile | undefined {
    return this.#sql('SELECT path, stamp, size FROM file WHERE path = ? AND refused IS NULL').get(path) as SourceFile | undefined;
  }

  #row(path: string): Row | undefined {
    if (this.#fresh) return this.#fresh.get(path);
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

const ORPHANED: Misfit = {
  field: [],
  message: '这个文件夹里没有 index.md，旁边的文件不会公开。补上 index.md，或者删去文件夹。',
  shown: false,
};

const toFinding = (path: string, place: Place, message: string): Finding => ({ file: `${path}/index.md`, ...place, message });

/** Finds the places of misfits in the text of an entry's file. */
function toPlacer(text: string): (misfit: Misfit) => Place {
  const { yaml, body } = split(text) ?? { yaml: '', body: '' };
  const places = new Places(yaml, YAML_LINE);
  const whole = new Places(text);
  return ({ field, linked }) => {
    if (linked === undefined) return places.of(field);
    const link = linksIn(body).find(({ name }) => name === linked);
    return whole.at(text.length - body.length + (link?.offset ?? 0));
  };
}

/** An entry held against its surroundings, but not yet against others with its index number. */
interface Judged {
  row: Row;
  data: Data;
  misfits: Misfit[];
  /** The index number under which it was public before. */
  before: string | null;
}

function judge(row: Row, before: string | null, context: Context): Judged {
  const data = JSON.parse(row.json) as Data;
  const { path, unit, type } = row;
  const linked = row.linked === '' ? [] : row.linked.split('\n');
  return { row, data, before, misfits: findMisfits({ path, unit, type, data, linked }, context) };
}

const isShown = (misfits: readonly Misfit[]) => misfits.every(({ shown }) => shown);
