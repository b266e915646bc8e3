import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Column } from '../model/column.ts';
import type { Unit } from '../model/unit.ts';
import type { Finding } from './finding.ts';
import { isRecordFile, type ReadRecord, readRecords } from './records.ts';
import type { Source } from './source.ts';
import { tagOf } from './tags.ts';

/** Units, columns, duties, topics, redirects and the portal, as the index holds them. */
export class RecordTable {
  readonly #database: DatabaseSync;
  readonly #forget: StatementSync;
  readonly #note: StatementSync;
  #units = new Map<string, Unit>();
  #columns = new Map<string, Column>();
  #ids = new Set<string>();
  /** Whether something changed that decides how entries are listed and judged. */
  contextChanged = false;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#forget = database.prepare('DELETE FROM finding WHERE file = ? AND stage = ?');
    this.#note = database.prepare('INSERT INTO finding (file, stage, line, column, message) VALUES (?, ?, ?, ?, ?)');
    this.#load();
  }

  get units(): Unit[] {
    return [...this.#units.values()];
  }
  get columns(): Column[] {
    return [...this.#columns.values()];
  }
  unit(id: string): Unit | undefined {
    return this.#units.get(id);
  }
  column(id: string): Column | undefined {
    return this.#columns.get(id);
  }
  has(kind: string, id: string): boolean {
    return this.#ids.has(`${kind}:${id}`);
  }

  /** Reads every file of records again and adds the tags of the records that changed. */
  refresh(source: Source, tags: Set<string>) {
    const files = (
      this.#database.prepare('SELECT path, stamp, size FROM file ORDER BY path').all() as { path: string; stamp: string; size: number }[]
    ).filter(({ path }) => isRecordFile(path));
    const before = this.#contextDigest();
    const old = this.#rows();
    const now = new Map<string, ReadRecord>();
    let index = 0;
    for (const bytes of source.read(files)) {
      const file = files[index++]!.path;
      if (!bytes) continue;
      const { records, findings } = readRecords(file, bytes);
      for (const [place, record] of records.entries()) {
        record.value.$order = records.length > 1 ? `${file}#${String(place).padStart(5, '0')}` : '';
        const key = tagOf.record(record.kind, record.id);
        if (now.has(key))
          findings.push({ file, line: 1, column: 1, message: `“${record.id}”在别的文件里已经写过。留下一个，删去另一个。` });
        else now.set(key, record);
      }
      this.report(file, 'read', findings);
    }
    this.#database.exec('DELETE FROM record');
    const insert = this.#database.prepare('INSERT INTO record (kind, id, json) VALUES (?, ?, ?)');
    for (const [key, { kind, id, value }] of now) {
      const json = JSON.stringify(value);
      insert.run(kind, id, json);
      if (old.get(key) !== json) tags.add(key).add(tagOf.records(kind));
      old.delete(key);
    }
    for (const key of old.keys()) tags.add(key).add(tagOf.records(key.slice(0, key.indexOf(':'))));
    this.#load();
    this.contextChanged = before !== this.#contextDigest();
  }

  /** Replaces what is reported about a file at one stage of its reading. */
  report(file: string, stage: 'read' | 'context', findings: readonly Finding[]) {
    this.#forget.run(file, stage);
    for (const { line, column, message } of findings) this.#note.run(file, stage, line, column, message);
  }

  #rows(): Map<string, string> {
    const rows = this.#database.prepare('SELECT kind, id, json FROM record').all() as { kind: string; id: string; json: string }[];
    return new Map(rows.map(({ kind, id, json }) => [tagOf.record(kind, id), json]));
  }

  #load() {
    const rows = [...this.#rows()];
    const of = <T>(kind: string) =>
      new Map(rows.filter(([key]) => key.startsWith(`${kind}:`)).map(([key, json]) => [key.slice(kind.length + 1), JSON.parse(json) as T]));
    this.#units = of<Unit>('unit');
    this.#columns = of<Column>('column');
    this.#ids = new Set(rows.map(([key]) => key));
  }

  #contextDigest(): string {
    const units = this.units.map(({ id, kind, code, columns, short_name }) => [id, kind, code, columns, short_name]);
    const columns = this.columns.map(({ id, name, kind, gathers, gathers_from }) => [id, name, kind, gathers, gathers_from]);
    return JSON.stringify([units, columns, [...this.#ids].filter((id) => /^(?:topic|duty):/u.test(id)).sort()]);
  }
}
