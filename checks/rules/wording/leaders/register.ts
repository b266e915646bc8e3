import type { Term } from '../../../lexicon.ts';
import { isSlip } from './slip.ts';

interface Fault {
  fault: 'name' | 'post' | 'order';
  start: number;
  end: number;
  words: { written: string; name: string; post: string; before: string };
}

const known = new WeakMap<readonly Term[], Register>();
const quoted = (words: Iterable<string>) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(RegExp.escape)
    .join('|');
/** Words before a post by which it is another's, or one of the past. */
const OTHERS = /(?:时任|原|前|曾任|历任|拟任|邻县|外[省市县])$/u;

/** The people of a list, made ready for finding slips in texts. */
export class Register {
  readonly #people: ReadonlyMap<string, Term & { rank: number }>;
  readonly #holders: ReadonlyMap<string, readonly string[]>;
  readonly #posted: RegExp;
  readonly #names: RegExp;

  static of(terms: readonly Term[]): Register {
    let register = known.get(terms);
    if (!register) known.set(terms, (register = new Register(terms)));
    return register;
  }

  private constructor(terms: readonly Term[]) {
    this.#people = new Map(terms.map((term, rank) => [term.word, { ...term, rank }]));
    const holders = terms.flatMap(({ word, posts = [] }) => posts.map((post) => ({ post, word })));
    this.#holders = new Map([...Map.groupBy(holders, ({ post }) => post)].map(([post, all]) => [post, all.map(({ word }) => word)]));
    // A post is the longest that fits: 副县长 is not 县长. What stands behind it may be a name.
    this.#posted = new RegExp(`(?<![副代])(${quoted(this.#holders.keys()) || '(?!)'})(?:同志)?[ 　:：]?([\\u4e00-\\u9fff]{2,4})`, 'gu');
    this.#names = new RegExp(quoted(this.#people.keys()), 'gu');
  }

  /** @param day on which the text was published, YYYY-MM-DD; undefined for one that is not */
  faultsIn(text: string, day: string | undefined): Fault[] {
    return [...this.#posts(text, day), ...this.#order(text)];
  }

  /** Posts with a name behind them: of a name that is nearly a holder's, or of somebody who does not hold the post. */
  *#posts(text: string, day: string | undefined): Generator<Fault> {
    for (const { 0: whole, 1: post = '', 2: behind = '', index } of text.matchAll(this.#posted)) {
      if (OTHERS.test(text.slice(0, index))) continue;
      const start = index + whole.length - behind.length;
      const person = [4, 3, 2].map((length) => behind.slice(0, length)).find((name) => this.#people.has(name));
      if (person !== undefined) {
        const { posts = [], from } = this.#people.get(person)!;
        const isKnown = posts.some((each) => each === post || (each.endsWith(post) && !/[副代]$/u.test(each.slice(0, -post.length))));
        const isBefore = from !== undefined && day !== undefined && day < from;
        if (posts.length > 0 && !isKnown && !isBefore)
          yield { fault: 'post', start: index, end: start + person.length, words: { written: '', name: person, post, before: '' } };
        continue;
      }
      const name = this.#holders.get(post)!.find((each) => isSlip(behind.slice(0, each.length), each));
      if (name === undefined) continue;
      const written = behind.slice(0, name.length);
      yield { fault: 'name', start, end: start + written.length, words: { written, name, post, before: '' } };
    }
  }

  /** Names in a row, `甲、乙`, of which the second ranks higher. */
  *#order(text: string): Generator<Fault> {
    let last: { name: string; rank: number; end: number } | undefined;
    for (const { 0: name, index } of text.matchAll(this.#names)) {
      const { rank } = this.#people.get(name)!;
      const between = last && text.slice(last.end, index);
      const isRow = between !== undefined && (between === '、' || (between.startsWith('、') && this.#holders.has(between.slice(1))));
      if (last && isRow && rank < last.rank)
        yield { fault: 'order', start: index, end: index + name.length, words: { written: '', name, post: '', before: last.name } };
      last = { name, rank, end: index + name.length };
    }
  }
}
