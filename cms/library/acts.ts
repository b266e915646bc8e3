import type { OwedReview } from '../model/emergency.ts';
import type { ChainHead, EntryAct, OfficeAct } from './entry-act.ts';
import type { IndexRows } from './index-rows.ts';
import type { Item } from './item.ts';
import { owedBy } from './owed-by.ts';
import type { Recorder } from './recorder.ts';
import { tagOf } from './tags.ts';

/** What was signed, as the chain of signed commits tells it. */
export class Acts {
  readonly #rows: IndexRows;
  readonly #recorder: Recorder;

  constructor(rows: IndexRows, recorder: Recorder) {
    this.#rows = rows;
    this.#recorder = recorder;
  }

  /** Where the chain stands; undefined where there is none. */
  get chain(): ChainHead | undefined {
    this.#recorder.note(tagOf.chain);
    return this.#chain;
  }

  /** What the information office did with the record itself, oldest first. */
  get ofOffice(): OfficeAct[] {
    this.#recorder.note(tagOf.chain);
    return this.#rows.kept('office', () => JSON.parse(this.#rows.meta('office') ?? '[]') as OfficeAct[]);
  }

  /** When the office took over; undefined where there is no chain. Not recorded: where one begins, everything is made again. */
  get takenOver(): ChainHead['takenOver'] | undefined {
    return this.#chain?.takenOver;
  }

  /** Whether there is a chain at all. Not recorded, for the same reason. */
  get isSigned(): boolean {
    return this.takenOver !== undefined;
  }

  /** What was signed and done with an entry, oldest first; nothing for what was there before the office took over. */
  of(number: string): EntryAct[] {
    this.#recorder.note(tagOf.entry(number));
    return this.untagged(number);
  }

  /** The same for whoever notes a tag that stands for many entries. */
  untagged(number: string): EntryAct[] {
    if (!this.isSigned) return [];
    const rows = this.#rows.sql('SELECT json FROM act WHERE number = ? ORDER BY id').all(number);
    return rows.map(({ json }) => JSON.parse(String(json)) as EntryAct);
  }

  /** What is owed for an entry that was published in an emergency (补审); undefined for nothing. */
  owedReview({ number, type }: Pick<Item, 'number' | 'type'>): OwedReview | undefined {
    return owedBy(this.of(number), type);
  }

  /** Index numbers of entries that were ever published in an emergency. Not recorded. */
  urgent(): string[] {
    return this.#rows
      .sql("SELECT DISTINCT number FROM act WHERE kind = 'urgent'")
      .all()
      .map(({ number }) => String(number));
  }

  get #chain(): ChainHead | undefined {
    return this.#rows.kept('chain', () => {
      const chain = this.#rows.meta('chain');
      return chain === undefined ? undefined : (JSON.parse(chain) as ChainHead);
    });
  }
}
