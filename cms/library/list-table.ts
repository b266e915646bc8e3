import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { chunkOf, tagOf } from './tags.ts';

/** Which entries stand in which lists, oldest first. */
export class ListTable {
  readonly #of: StatementSync;
  readonly #position: StatementSync;
  readonly #count: StatementSync;
  readonly #delete: StatementSync;
  readonly #insert: StatementSync;

  constructor(database: DatabaseSync) {
    database.exec('CREATE INDEX IF NOT EXISTS listed_entry ON listed (entry)');
    this.#of = database.prepare('SELECT list, sort FROM listed WHERE entry = ?');
    this.#position = database.prepare('SELECT count(*) AS n FROM listed WHERE list = ? AND sort < ?');
    this.#count = database.prepare('SELECT count(*) AS n FROM listed WHERE list = ?');
    this.#delete = database.prepare('DELETE FROM listed WHERE list = ? AND sort = ?');
    this.#insert = database.prepare('INSERT OR REPLACE INTO listed (list, sort, entry) VALUES (?, ?, ?)');
  }

  /** Puts an entry that stands in none into these lists. */
  enter(entry: number, lists: readonly string[], sort: string) {
    for (const list of lists) this.#insert.run(list, sort, entry);
  }

  /** Puts an entry into these lists and no others, and adds the tags of the positions that changed. */
  move(entry: number, lists: readonly string[], sort: string, tags: Set<string> | undefined) {
    const stays = new Set<string>();
    for (const old of this.#of.all(entry) as { list: string; sort: string }[]) {
      if (old.sort === sort && lists.includes(old.list)) {
        stays.add(old.list);
        if (tags) tags.add(tagOf.chunk(old.list, chunkOf(this.#number(this.#position, old.list, sort))));
        continue;
      }
      if (tags) this.#tagFrom(old.list, old.sort, tags);
      this.#delete.run(old.list, old.sort);
    }
    for (const list of lists) {
      if (stays.has(list)) continue;
      this.#insert.run(list, sort, entry);
      if (tags) this.#tagFrom(list, sort, tags);
    }
  }

  #tagFrom(list: string, sort: string, tags: Set<string>) {
    tags.add(tagOf.count(list));
    const last = chunkOf(this.#number(this.#count, list));
    for (let chunk = chunkOf(this.#number(this.#position, list, sort)); chunk <= last; chunk++) tags.add(tagOf.chunk(list, chunk));
  }

  #number(statement: StatementSync, ...parameters: string[]): number {
    return (statement.get(...parameters) as { n: number }).n;
  }
}
