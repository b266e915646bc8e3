import type { Item } from '../cms/library/item.ts';
import type { Library } from '../cms/library/library.ts';
import { policyListOf } from '../cms/library/lists.ts';
import { SUBJECTS, VALIDITIES } from '../cms/model/types/policy.ts';
import { validityOf } from './entry-view.ts';

/** A value by which the policy library is told apart, with a page of its own. */
export interface PolicyShelf {
  /** Name of its page: `year-2026`, `subject-finance`. */
  id: string;
  name: string;
  list: string;
  count: number;
}

/** Address of the policy library (政策文件库). */
export const POLICY_LIBRARY = '/policy-library/';

export const policyShelfPath = (id: string) => `${POLICY_LIBRARY}${id}.html`;
export const policyShelfPagePath = (id: string, page: number) => `${POLICY_LIBRARY}${id}.${page}.html`;

/** No older document is in force. */
const FIRST_YEAR = 1949;

/** Years of documents that there are, the newest first. */
export function policyYears(library: Library): PolicyShelf[] {
  const [newest] = library.latest(policyListOf.all, 1);
  const last = Number(newest?.publishedAt.slice(0, 4) ?? 0);
  const years = Array.from({ length: Math.max(0, last - FIRST_YEAR + 1) }, (_, index) => last - index);
  return shelves(
    library,
    years.map((year) => ({ id: `year-${year}`, name: `${year}年`, list: policyListOf.year(year) })),
  );
}

/** Subjects on which there are documents, in the order of the State Council's classes. */
export const policySubjects = (library: Library): PolicyShelf[] =>
  shelves(
    library,
    Object.entries(SUBJECTS).map(([subject, name]) => ({ id: `subject-${subject}`, name, list: policyListOf.subject(subject) })),
  );

const shelves = (library: Library, all: Omit<PolicyShelf, 'count'>[]): PolicyShelf[] =>
  all.map((shelf) => ({ ...shelf, count: library.count(shelf.list) })).filter(({ count }) => count > 0);

const isPolicy = (item: Item): item is Item<'policy'> => item.type === 'policy';

export interface PolicyPart {
  id: string;
  name: string;
  items: Item[];
}

/** Documents by whether they are in force on the day; parts without any are left out. */
export function byForce(library: Library, items: readonly Item[]): PolicyPart[] {
  const isStanding = (item: Item) => isPolicy(item) && ['in-force', 'amended'].includes(validityOf(library, item));
  return filled([
    { id: 'standing', name: '现行有效', items: items.filter(isStanding) },
    { id: 'others', name: '不再有效或者尚未施行', items: items.filter((item) => !isStanding(item)) },
  ]);
}

/** Documents that are not simply in force on the day, by what they are. */
export function byChange(library: Library, items: readonly Item[]): PolicyPart[] {
  const states = new Map(items.map((item) => [item, isPolicy(item) ? validityOf(library, item) : undefined]));
  const of = (validity: string) => items.filter((item) => states.get(item) === validity);
  return filled(
    (['repealed', 'lapsed', 'amended', 'pending'] as const).map((validity) => ({
      id: validity,
      name: VALIDITIES[validity],
      items: of(validity),
    })),
  );
}

const filled = (parts: PolicyPart[]) => parts.filter(({ items }) => items.length > 0);
