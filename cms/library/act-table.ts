import type { DatabaseSync } from 'node:sqlite';
import { recordFileOf } from './addresses.ts';
import type { ChainHead, EntryAct, OfficeAct } from './entry-act.ts';
import type { History, Log } from './history.ts';
import { EVERYTHING, tagOf } from './tags.ts';

/** What was signed and done with entries, as the index holds it. */
export class ActTable {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Commit up to which acts are known; empty when none are. */
  get head(): string {
    return this.#stored?.commit ?? this.#meta('plain') ?? '';
  }

  /** Adds what a log tells, and the tags of what it changes. @returns whether anything is otherwise than before */
  add(history: History, log: Log, tags: Set<string>): boolean {
    const head = log.main.at(-1);
    if (!head) return false;
    const takenOver = log.isWhole ? history.takenOver(log) : this.#stored?.takenOver;
    if (log.isWhole) {
      if (this.#stored || takenOver) tags.add(EVERYTHING);
      this.#database.exec("DELETE FROM act; DELETE FROM meta WHERE key IN ('chain', 'plain', 'office')");
    }
    if (!takenOver) {
      // Nobody has signed anything here: nothing is told, but from where one would go on reading.
      this.#set('plain', head.commit);
      return tags.has(EVERYTHING);
    }
    this.#set('chain', JSON.stringify({ commit: head.commit, at: head.at, takenOver } satisfies ChainHead));
    tags.add(tagOf.chain);
    const office = history.officeActs(log);
    const known = log.isWhole ? [] : (JSON.parse(this.#meta('office') ?? '[]') as OfficeAct[]);
    this.#set('office', JSON.stringify([...known, ...office]));
    const insert = this.#database.prepare('INSERT INTO act (number, kind, json) VALUES (?, ?, ?)');
    const published = this.#database.prepare("SELECT 1 FROM act WHERE number = ? AND kind IN ('publish', 'urgent')");
    const acts = [...history.acts(log, takenOver.at, (number) => published.get(number) !== undefined), ...office.flatMap(toEntryAct)];
    for (const { number, act } of acts) {
      insert.run(number, act.emergency === undefined ? act.kind : 'urgent', JSON.stringify(act));
      tags.add(tagOf.entry(number));
      tags.add(tagOf.recordFile(recordFileOf(number)));
    }
    return true;
  }

  get #stored(): ChainHead | undefined {
    const json = this.#meta('chain');
    return json === undefined ? undefined : (JSON.parse(json) as ChainHead);
  }

  #meta(key: string): string | undefined {
    return (this.#database.prepare('SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined)?.value;
  }

  #set(key: string, value: string) {
    this.#database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value);
  }
}

/** What a purge means for the entry, if that was ever published. */
function toEntryAct({ commit, at, by, reason, purged }: OfficeAct): { number: string; act: EntryAct }[] {
  if (purged?.number === undefined) return [];
  return [{ number: purged.number, act: { kind: 'purge', commit, at, author: by, editors: [], signOffs: [], reason } }];
}
