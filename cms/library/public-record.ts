import type { Acts } from './acts.ts';
import { RECORD_SPAN, type RecordFile, recordFileOf, recordFilePath } from './addresses.ts';
import type { EntryAct } from './entry-act.ts';
import type { IndexRows } from './index-rows.ts';
import { ITEM, type Item, type ItemRow, type StoredFile, toItem, toWholeItem } from './item.ts';
import type { Recorder } from './recorder.ts';
import type { Stored } from './stored.ts';
import { tagOf } from './tags.ts';

/** What is told of an entry in the public record. */
export interface RecordedEntry {
  number: string;
  /** Oldest first. */
  acts: EntryAct[];
  /** As it is now, with the hash of its own file; undefined when it is no longer public. */
  entry: (Item & { text: string; files: StoredFile[] }) | undefined;
}

/** What the public is told of entries, in files by unit, year and number. */
export class PublicRecord {
  readonly #rows: IndexRows;
  readonly #recorder: Recorder;
  readonly #acts: Acts;
  readonly #stored: Stored;

  constructor(rows: IndexRows, recorder: Recorder, acts: Acts, stored: Stored) {
    this.#rows = rows;
    this.#recorder = recorder;
    this.#acts = acts;
    this.#stored = stored;
  }

  /** Everything that is told of the entries in one file, by index number, of those too that are no longer public. */
  entries(file: RecordFile): RecordedEntry[] {
    this.#recorder.note(tagOf.recordFile(file));
    const numbers = spansOf(file).flatMap(([first, last]) => this.#numbers(first, last));
    return numbers.map((number) => ({ number, acts: this.#acts.untagged(number), entry: this.#entry(number) }));
  }

  /** Public entries that belong to one file, by index number. */
  items(file: RecordFile): Item[] {
    this.#recorder.note(tagOf.recordFile(file));
    const statement = this.#rows.sql(`SELECT ${ITEM} FROM entry WHERE number >= ? AND number <= ? AND public = 1 ORDER BY number`);
    const rows = spansOf(file).flatMap(([first, last]) => statement.all(first, last) as unknown as ItemRow[]);
    return rows.map((row) => toItem(row, (day) => this.#recorder.isPast(day)));
  }

  /** Files to which public entries belong, of one unit's code or of all. Not recorded. */
  itemFiles(code = ''): RecordFile[] {
    return filesOf(
      this.#rows
        .sql('SELECT number FROM entry WHERE number >= ? AND number <= ? AND public = 1 ORDER BY number')
        .all(code, `${code}\uffff`)
        .map(({ number }) => String(number)),
    );
  }

  /** Files that there are, of one unit's code or of all; none where there is no chain of signed commits. Not recorded. */
  files(code = ''): RecordFile[] {
    return this.#acts.isSigned ? filesOf(this.#numbers(code, `${code}\uffff`)) : [];
  }

  /** Codes of units that have public entries. Not recorded. */
  codes(): string[] {
    const codes: string[] = [];
    const next = this.#rows.sql('SELECT number FROM entry WHERE number > ? AND public = 1 ORDER BY number LIMIT 1');
    for (;;) {
      const row = next.get(codes.length === 0 ? '' : `${codes.at(-1)}\uffff`);
      if (!row) return codes;
      codes.push(String(row.number).slice(0, 9));
    }
  }

  /** Index numbers between two that are public, or of which something is told. */
  #numbers(from: string, to: string): string[] {
    const rows = this.#rows
      .sql(`
      SELECT number FROM entry WHERE number >= ? AND number <= ? AND public = 1
      UNION SELECT number FROM act WHERE number >= ? AND number <= ? ORDER BY number
    `)
      .all(from, to, from, to);
    return rows.map(({ number }) => String(number));
  }

  #entry(number: string): RecordedEntry['entry'] {
    const row = this.#rows.sql(`SELECT ${ITEM}, path FROM entry WHERE number = ? AND public = 1`).get(number) as
      | (ItemRow & { path: string })
      | undefined;
    if (!row) return undefined;
    const { sha256 } = this.#rows.sql('SELECT sha256 FROM file WHERE path = ?').get(`${row.path}/index.md`) as { sha256: string };
    return { ...toWholeItem(row), text: sha256, files: this.#stored.filesIn(row.path) };
  }
}

/** The files to which entries with these numbers belong. */
const filesOf = (numbers: readonly string[]): RecordFile[] => [
  ...new Map(numbers.map(recordFileOf).map((file) => [recordFilePath(file), file])).values(),
];

/** The first and the last index number of each month that belong to a file. */
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
