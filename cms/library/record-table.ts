import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Alert } from '../model/alert.ts';
import type { Column } from '../model/column.ts';
import type { Duty } from '../model/duty.ts';
import type { Portal, Redirect, Topic } from '../model/portal.ts';
import type { Unit } from '../model/unit.ts';
import type { Finding } from './finding.ts';
import { Places } from './places.ts';
import { readText } from './read-text.ts';
import { findRecordMisfits, type RecordSet, type Surroundings } from './record-misfits.ts';
import { ANY, isRecordFile, pathInFile, type ReadRecords, type RecordKind, readRecords, toBroken } from './records.ts';
import type { Source, SourceFile } from './source.ts';
import { tagOf } from './tags.ts';

/** When something about a file is found: by itself, in its surroundings, or as one of the records together. */
type Stage = 'read' | 'context' | 'together';

/** Findings kept of one file at one stage; whoever has more to mend is not helped by more of them. */
const MOST = 100;

/** A record as the index holds it; one that is wrong in itself has no JSON. */
interface Row {
  kind: RecordKind;
  id: string;
  file: string;
  item: number;
  json: string;
}

/** Units, columns, duties, topics, redirects and the portal, as the index holds them. */
export class RecordTable {
  readonly #database: DatabaseSync;
  readonly #forget: StatementSync;
  readonly #note: StatementSync;
  #units = new Map<string, Unit>();
  #columns = new Map<string, Column>();
  #duties: Duty[] = [];
  #rows: Row[] = [];
  #valid = new Set<string>();
  #broken = new Set<string>();
  /** Whether something changed that decides how entries are listed and judged. */
  contextChanged = false;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#forget = database.prepare('DELETE FROM finding WHERE file = ? AND stage = ?');
    this.#note = database.prepare('INSERT INTO finding (file, stage, line, column, message) VALUES (?, ?, ?, ?, ?)');
    this.#load();
  }

  /** Units in their order. */
  get units(): Unit[] {
    return [...this.#units.values()];
  }
  get columns(): Column[] {
    return [...this.#columns.values()];
  }
  get duties(): Duty[] {
    return this.#duties;
  }
  unit(id: string): Unit | undefined {
    return this.#units.get(id);
  }
  column(id: string): Column | undefined {
    return this.#columns.get(id);
  }
  has(kind: string, id: string): boolean {
    return this.#valid.has(`${kind}:${id}`);
  }
  /** Whether there is something of this name that must be mended first. */
  isBroken(kind: string, id: string): boolean {
    return this.#broken.has(`${kind}:${id}`) || this.#broken.has(`${kind}:${ANY}`);
  }
  /** Whether an old address or an alert leads to one of these entries. */
  leadsTo(numbers: Iterable<string>): boolean {
    const leads = this.#database.prepare("SELECT 1 FROM record WHERE kind IN ('redirect', 'alert') AND instr(json, ?) > 0 LIMIT 1");
    for (const number of numbers) if (leads.get(number)) return true;
    return false;
  }

  /** Reads every file of records again and adds the tags of the records that changed. */
  refresh(source: Source, tags: Set<string>) {
    const before = this.#contextDigest();
    const old = this.#rows;
    const now = new Map<string, Row>();
    for (const { file, records, findings, placeOf } of this.#readFiles(source)) {
      for (const record of records) {
        const { kind, id, item, value } = record;
        const first = now.get(tagOf.record(kind, id));
        // One that is wrong in itself keeps its name only as long as no right one has it.
        if (first && value && first.json !== '') findings?.push({ file, ...placeOf(record), message: twice(id, first.file, file) });
        else if (!first || value) now.set(tagOf.record(kind, id), { kind, id, file, item, json: value ? JSON.stringify(value) : '' });
      }
      if (findings) this.report(file, 'read', findings);
    }
    this.#database.exec('DELETE FROM record');
    const insert = this.#database.prepare('INSERT INTO record (kind, id, file, item, json) VALUES (?, ?, ?, ?, ?)');
    for (const { kind, id, file, item, json } of now.values()) insert.run(kind, id, file, item, json);
    this.#load();
    addTags(old, this.#rows, tags);
    this.contextChanged = before !== this.#contextDigest();
  }

  /** Holds the records against each other and against the entries and files that they name. */
  judge(source: Source, surroundings: Surroundings) {
    this.#database.exec("DELETE FROM finding WHERE stage = 'together'");
    const rowOf = new Map(this.#rows.map((row) => [tagOf.record(row.kind, row.id), row]));
    const found = findRecordMisfits(this.#toSet(), surroundings).flatMap((misfit) => {
      const row = rowOf.get(tagOf.record(misfit.kind, misfit.id));
      return row ? [{ file: row.file, path: pathInFile(row.kind, row.item, misfit.field), message: misfit.message }] : [];
    });
    for (const [file, misfits] of Map.groupBy(found, ({ file }) => file)) {
      const bytes = source.readOne(file);
      const read = bytes && readText(bytes);
      const places = new Places(read && 'text' in read ? read.text : '');
      this.report(
        file,
        'together',
        misfits.map(({ path, message }) => ({ file, ...places.of(path), message })),
      );
    }
  }

  /** Replaces what is reported about a file at one stage of its reading. */
  report(file: string, stage: Stage, findings: readonly Finding[]) {
    this.#forget.run(file, stage);
    const sorted = [...findings].sort((a, b) => a.line - b.line || a.column - b.column);
    for (const { line, column, message } of sorted.slice(0, MOST)) this.#note.run(file, stage, line, column, message);
    const next = sorted[MOST];
    if (next)
      this.#note.run(file, stage, next.line, next.column, `从这里起还有 ${sorted.length - MOST} 处要改。先改好前面的，再检查一次。`);
  }

  /** What every file of records says; without findings where it was not read, for which there is a reason already. */
  *#readFiles(source: Source): Generator<Omit<ReadRecords, 'findings'> & { file: string; findings?: Finding[] }> {
    const rows = this.#database.prepare('SELECT path, stamp, size, refused FROM file ORDER BY path').all() as unknown as SourceFile[];
    const files = rows.filter(({ path }) => isRecordFile(path));
    const readable = files.filter(({ refused }) => !refused);
    for (const { path } of files.filter(({ refused }) => refused)) yield { file: path, ...unread(path) };
    let index = 0;
    for (const bytes of source.read(readable)) {
      const file = readable[index++]!.path;
      if (bytes) yield { file, ...(bytes === 'unreadable' ? unread(file) : readRecords(file, bytes)) };
    }
  }

  #load() {
    this.#rows = this.#database
      .prepare('SELECT kind, id, file, item, json FROM record ORDER BY kind, file, item')
      .all() as unknown as Row[];
    const of = <T>(kind: RecordKind) =>
      this.#rows.flatMap((row) => (row.kind === kind && row.json !== '' ? [JSON.parse(row.json) as T] : []));
    const units = of<Unit>('unit').sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
    this.#units = new Map(units.map((unit) => [unit.id, unit]));
    this.#duties = of<Duty>('duty');
    this.#columns = new Map(of<Column>('column').map((column) => [column.id, column]));
    this.#valid = new Set(this.#rows.flatMap(({ kind, id, json }) => (json === '' ? [] : [tagOf.record(kind, id)])));
    this.#broken = new Set(this.#rows.flatMap(({ kind, id, json }) => (json === '' ? [tagOf.record(kind, id)] : [])));
  }

  #toSet(): RecordSet {
    const of = <T>(wanted: RecordKind) =>
      this.#rows.flatMap(({ kind, json }) => (kind === wanted && json !== '' ? [JSON.parse(json) as T] : []));
    return {
      portal: of<Portal>('portal')[0],
      units: this.units,
      columns: this.columns,
      duties: this.duties,
      topics: of<Topic>('topic'),
      redirects: of<Redirect>('redirect'),
      alerts: of<Alert>('alert'),
      isBroken: (kind, id) => this.isBroken(kind, id),
      broken: new Set(this.#rows.flatMap(({ kind, json }) => (json === '' ? [kind] : []))),
    };
  }

  /** Everything about records that decides how entries are listed and judged. */
  #contextDigest(): string {
    const units = this.units.map(({ id, kind, code, columns, short_name }) => [id, kind, code, columns, short_name]);
    const columns = this.columns.map(({ id, name, kind, gathers, gathers_from }) => [id, name, kind, gathers, gathers_from]);
    const duties = this.duties.map(({ id, proof }) => [id, proof]);
    const named = [...this.#valid].filter((key) => /^(?:topic|duty):/u.test(key));
    const broken = [...this.#broken].filter((key) => /^(?:unit|column|topic|duty):/u.test(key));
    const county = this.units.find(({ kind }) => kind === 'county')?.id;
    return JSON.stringify([
      county,
      ...[units, columns, duties, named, broken].map((each) => each.map((one) => JSON.stringify(one)).sort()),
    ]);
  }
}

const twice = (id: string, first: string, file: string) =>
  `“${id}”${first === file ? '写了两次' : `在 ${first} 里已经写过`}。留下一个，删去另一个。`;

const unread = (file: string) => ({ records: [toBroken(file)], placeOf: () => ({ line: 1, column: 1 }) });

/** Adds the tags of records that say something else now, or stand in another order. */
function addTags(old: readonly Row[], now: readonly Row[], tags: Set<string>) {
  const byKey = (rows: readonly Row[]) => new Map(rows.flatMap((row) => (row.json === '' ? [] : [[tagOf.record(row.kind, row.id), row]])));
  const before = byKey(old);
  const after = byKey(now);
  for (const [key, { kind }] of [...before, ...after])
    if (before.get(key)?.json !== after.get(key)?.json) tags.add(key).add(tagOf.records(kind));
  const orders = (rows: Map<string, Row>) => Map.groupBy(rows.keys(), (key) => rows.get(key)!.kind);
  const order = orders(after);
  for (const [kind, keys] of orders(before)) if (keys.join('\n') !== order.get(kind)?.join('\n')) tags.add(tagOf.records(kind));
}
