import { type MainAct, PUBLICATION_SLACK } from './main-act.ts';

/** Officers on watch (值班) who together sign an emergency publication (紧急发布) in place of those who usually do. */
export const WATCH_OFFICERS = 2;

/** For how many hours what one of them has signed holds, where the county does not say. */
export const WATCH_HOURS = 24;
/** What a county may say. */
export const WATCH_HOURS_MOST = 72;

/** Last minute at which what was signed on watch can be published; empty for a moment that is none. Both YYYY-MM-DD HH:MM. */
export const watchUntil = (at: string, hours: number): string => laterBy(at, hours);

/**
 * Whether what was signed on watch held no more when a commit published it: checks may take a while after the last signature.
 * @param at when it was signed, in seconds since 1970 @param published time of the commit
 */
export const hasLapsed = (at: number, published: number, hours: number): boolean =>
  !(published < at + hours * 3600 + 60 + PUBLICATION_SLACK);

/** An act on an entry, as far as it matters to a review afterwards. Moments are YYYY-MM-DD HH:MM in Asia/Shanghai. */
export interface Reviewable {
  kind: string;
  at: string;
  /** Why it was an emergency; undefined when it was none. */
  emergency?: string | undefined;
  /** Accounts of those who wrote the text. */
  wrote: readonly string[];
  signOffs: readonly { role: string; person: string }[];
}

/** A commit of main as such an act. @param at its time */
export const toReviewable = ({ kind, emergency, author = '', editedBy, signOffs = [] }: MainAct, at: string): Reviewable => ({
  ...{ kind, at, emergency, signOffs },
  wrote: [author, ...editedBy],
});

/** What is owed for an entry that was published in an emergency: the usual people review it afterwards (补审). */
export interface OwedReview {
  /** When the first version went public that nobody has reviewed. */
  since: string;
  /** Why, as the last one says. */
  reason: string;
  /** Accounts of those who wrote or signed what is public, and may not review it. */
  barred: string[];
  /** What was signed since. */
  given: { role: string; person: string }[];
}

/** What is owed after an act; undefined for nothing. @param needed roles that sign entries of this type */
export function owedAfter(owed: OwedReview | undefined, act: Reviewable, needed: readonly string[]): OwedReview | undefined {
  const { kind, at, emergency, wrote, signOffs } = act;
  if (kind !== 'confirm') {
    if (emergency === undefined) return undefined;
    return { since: owed?.since ?? at, reason: emergency, barred: [...wrote, ...signOffs.map(({ person }) => person)], given: [] };
  }
  if (!owed) return undefined;
  const given = [...owed.given, ...signOffs.map(({ role, person }) => ({ role, person }))];
  return needed.every((role) => given.some((each) => each.role === role)) ? undefined : { ...owed, given };
}

/** Last minute of the twenty-four hours within which it is to be reviewed. */
export const reviewDue = (since: string): string => laterBy(since, 24);

function laterBy(moment: string, hours: number): string {
  const time = Date.parse(`${moment.replace(' ', 'T')}Z`) + hours * 3_600_000;
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}

/** Roles whose review is still owed, in the order in which they sign; who signs last comes when all others have. */
export const rolesOwed = <R extends string>({ given }: OwedReview, needed: readonly R[]): R[] =>
  needed.filter((role) => !given.some((each) => each.role === role));
