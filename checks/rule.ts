import type { Basis, Severity } from './finding.ts';
import type { Subjects } from './subjects.ts';
import type { Spot } from './text/passage.ts';

export type Scope = keyof Subjects;
export type Family = 'secrecy' | 'privacy' | 'attachment' | 'responsibility' | 'disclosure' | 'document' | 'wording' | 'links' | 'page';

/** What a message may speak of beside its own data. */
interface Found {
  /** Where it was found, ready for a sentence: `“标题”`, `第3页`, `工作表“底表”B3`. */
  where: string;
}

/** What a rule says: how grave it is, and the words, which tell what is wrong and what to do. */
export interface Message<D = unknown> {
  severity: Severity;
  /** One or two short sentences that end in 。 */
  say(data: D & Found): string;
}
// Rules declare messages with data of their own; only `report` knows which.
// biome-ignore lint/suspicious/noExplicitAny: a record of messages with different data
export type Messages = Record<string, Message<any>>;

/** A message that keeps an entry from going online. */
export const block = <D = unknown>(say: Message<D>['say']): Message<D> => ({ severity: 'block', say });
/** A message that a person must look at. */
export const warn = <D = unknown>(say: Message<D>['say']): Message<D> => ({ severity: 'warn', say });

type DataOf<M> = M extends Message<infer D> ? D : never;

/**
 * Tells what was found. `at` is the spot, or, for a rule that misses something, the spot where it should be.
 * Data must not hold text that a sensitive rule found: the engine refuses it.
 */
export type Report<M extends Messages> = <K extends keyof M & string>(
  message: K,
  at: Spot,
  ...data: unknown extends DataOf<M[K]> ? [] : [DataOf<M[K]>]
) => void;

/** A rule: pure, one subject in, findings out. It has no clock, no network and reads no files. */
export interface Rule<S extends Scope = Scope, M extends Messages = Messages> {
  /** Family and name, equal to the folder's path. Never changed once released. */
  id: `${Family}/${string}`;
  /** What must be true, as one sentence an editor can read, without 。 */
  title: string;
  basis: readonly [Basis, ...Basis[]];
  /** Rules of the standards reference that it enforces, such as `STD-SEC-01`. */
  standards: readonly string[];
  scope: S;
  /** Of a library: whether it speaks of records alone, so that nobody need ask it about entries that change. */
  ofRecords?: true;
  /** Of a library: whether it speaks of what has been done, which no change mends, so that nobody asks it about a change. */
  ofHistory?: true;
  /** Of a text: whether it is asked only when no other rule on secrecy or privacy stops the file, because it is less sure than any. */
  isLastResort?: true;
  /** Whether the text found must never be printed, logged or stored. The engine sees to it. */
  sensitive: boolean;
  /** Whether a signed waiver can lift it; those on national secrets cannot be waived. */
  waivable: boolean;
  messages: M;
  check(subject: Subjects[S], report: Report<M>): void;
}

/** Keeps the types of a rule's messages. */
export function defineRule<S extends Scope, M extends Messages>(rule: Rule<S, M>): Rule<S, M> {
  return rule;
}

/** Whether what a rule finds must not be seen, by its id: exactly in these families. */
export const isSensitive = (rule: string): boolean => /^(?:secrecy|privacy)\//u.test(rule);

/** Each rule knows its own subject and messages; a list of several can only say that they are rules. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type AnyRule = Rule<any, any>;

/** Those among some rules that have a scope. */
export const rulesOf = <S extends Scope>(scope: S, among: readonly AnyRule[]): Rule<S>[] =>
  among.filter((rule): rule is Rule<S> => rule.scope === scope);
