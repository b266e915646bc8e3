import type { Library } from '../../library/library.ts';
import { reviewDue, rolesOwed } from '../../model/emergency.ts';
import { signOffsFor } from '../../model/sign-offs.ts';
import type { SignOff } from '../../model/type.ts';
import type { Person } from '../store/people.ts';
import { rolesToConfirm } from '../workflow/owed-review.ts';
import { toNames } from './names.ts';
import { unitsSeenBy } from './queue.ts';

/** Something that two officers on watch have published, and that the usual people are to review (补审). */
export interface Owed {
  folder: string;
  title: string;
  unit: string;
  type: string;
  /** Why it was urgent. */
  reason: string;
  /** YYYY-MM-DD HH:MM in Asia/Shanghai. */
  since: string;
  due: string;
  isOverdue: boolean;
  /** Roles whose review is still owed. */
  missing: SignOff[];
  /** Those of them in which the person can review now. */
  roles: SignOff[];
}

/** What is owed in the units that a person sees, the most urgent first. @param now YYYY-MM-DD HH:MM @param only in this unit */
export function readOwed(library: Library, person: Person, now: string, only?: string): Owed[] {
  const units = unitsSeenBy(person);
  return library.owedReviews().flatMap(({ item, folder, owed }) => {
    const isSeen = only === undefined ? units === 'all' || units.includes(item.unit) : only === item.unit;
    if (!isSeen) return [];
    const due = reviewDue(owed.since);
    return {
      ...{ folder, title: item.data.title, ...toNames(library, item), reason: owed.reason, since: owed.since, due },
      isOverdue: now > due,
      missing: rolesOwed(owed, signOffsFor(item.type)),
      roles: rolesToConfirm(person, folder, owed),
    };
  });
}
