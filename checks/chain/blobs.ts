import { hash } from 'node:crypto';
import { toSigned } from '../../cms/model/record.ts';
import { fieldsOf } from '../../cms/office/store/fields-of.ts';
import type { Say } from './faults.ts';
import type { Objects } from './objects.ts';

/** What is known of a file's bytes. */
export interface BlobFacts {
  sha256: string;
  /** Of an entry's own file. */
  own?: {
    /** Of what is signed of it. */
    signed: string;
    number: string;
    publishedAt: string;
    /** What it says was wrong before (更正说明); empty when it says nothing. */
    correction: string;
    /** What it says of its import, as JSON; empty when nothing. */
    imported: string;
  };
  /** Of a short file, and of those that are asked for. */
  text?: string;
}

const SHORT = 32;

/** Facts of files, each read once and held against its name. */
export class Blobs {
  readonly #objects: Objects;
  readonly #say: Say;
  readonly #known = new Map<string, BlobFacts>();

  constructor(objects: Objects, say: Say) {
    this.#objects = objects;
    this.#say = say;
  }

  /** Reads files that are not known yet. @param own ids of entries' own files @param whole of those whose text is asked for */
  async load(ids: Iterable<string>, own: ReadonlySet<string>, whole: ReadonlySet<string> = new Set()): Promise<void> {
    const lacks = (id: string, known = this.#known.get(id)) =>
      !known || (own.has(id) && !known.own) || (whole.has(id) && known.text === undefined);
    const fresh = [...new Set(ids)].filter((id) => lacks(id));
    await this.#objects.read(fresh, (found, id) => {
      if (found === 'missing' || found === 'altered') return this.#say(found, { found: id });
      if (found.kind !== 'blob') return this.#say('odd', { found: id });
      const { bytes } = found;
      this.#known.set(id, {
        sha256: hash('sha256', bytes),
        ...(own.has(id) && { own: { signed: hash('sha256', toSigned(bytes)), ...readOwn(bytes) } }),
        ...((bytes.length <= SHORT || whole.has(id)) && { text: bytes.toString('utf8') }),
      });
    });
  }

  facts = (id: string | undefined): BlobFacts | undefined => (id === undefined ? undefined : this.#known.get(id));

  forget() {
    this.#known.clear();
  }
}

const LINES = { number: /^index_number: (['"]?)([^'"\n]+)\1$/gmu, publishedAt: /^published_at: (['"]?)([^'"\n]+)\1$/gmu };

/** What the office reads in an entry's own file; empty where there is nothing. */
function readOwn(bytes: Buffer): Omit<NonNullable<BlobFacts['own']>, 'signed'> {
  const text = bytes.toString('utf8');
  const head = text.slice(0, Math.max(0, text.indexOf('\n---', 3)));
  const [numbers, dates] = [[...head.matchAll(LINES.number)], [...head.matchAll(LINES.publishedAt)]];
  // What is escaped could be a name of one of them in other letters.
  const isPlain = !/correction|imported|\\/u.test(head) && count(head, 'index_number') === 1 && count(head, 'published_at') === 1;
  if (isPlain && numbers.length === 1 && dates.length === 1)
    return { number: numbers[0]![2]!, publishedAt: dates[0]![2]!, correction: '', imported: '' };
  // Written in another way: what YAML makes of it counts.
  const { index_number: number = '', published_at: publishedAt = '', correction, imported } = fieldsOf(text);
  return {
    number: String(number),
    publishedAt: String(publishedAt),
    correction: typeof correction === 'string' ? correction : '',
    imported: imported === undefined ? '' : JSON.stringify(imported),
  };
}

const count = (text: string, part: string) => text.split(part).length - 1;
