import { type OwedReview, owedAfter, rolesOwed, toReviewable } from '../../model/emergency.ts';
import { readMainAct } from '../../model/main-act.ts';
import { signOffsFor } from '../../model/sign-offs.ts';
import type { SignOff } from '../../model/type.ts';
import { ROLES } from '../../model/unit.ts';
import { toMinute } from '../store/clock.ts';
import type { Git } from '../store/git.ts';
import { hasRole, type Person } from '../store/people.ts';
import { requirePlace } from '../store/place.ts';
import { Refusal } from '../store/refusal.ts';

/** What is owed for an entry on main that was published in an emergency (补审), by the commits themselves; undefined for nothing. */
export async function owedReview(git: Git, folder: string, main: string): Promise<OwedReview | undefined> {
  const grep = ['--fixed-strings', `--grep=Entry: ${folder}`];
  const printed = await git.line(['log', '--first-parent', '--reverse', ...grep, '--format=%ct%x00%B%x1e', main]);
  const needed = signOffsFor(requirePlace(folder).type);
  let owed: OwedReview | undefined;
  for (const part of printed.split('\x1e')) {
    const [at = '', message = ''] = part.trim().split('\0');
    const record = readMainAct(message);
    if (record?.entry === folder) owed = owedAfter(owed, toReviewable(record, toMinute(Number(at))), needed);
  }
  return owed;
}

/** Why somebody cannot review in a role afterwards what was published in an emergency; undefined when they can. */
export function hindranceToConfirm(person: Person, folder: string, role: SignOff, owed: OwedReview): Refusal | undefined {
  const { unit, type } = requirePlace(folder);
  if (!hasRole(person, unit, role)) return new Refusal('forbidden', `您在这个单位没有“${ROLES[role]}”的角色，不能补审。`);
  if (owed.barred.includes(person.id)) return new Refusal('forbidden', '这条内容由您起草或者由您值班签字，不能补审。由他人补审。');
  const before = owed.given.find((each) => each.person === person.id);
  if (before && before.role !== role)
    return new Refusal('forbidden', `您已经以“${ROLES[before.role as SignOff]}”补审过，不能再签别的。由他人补审。`);
  const roles = rolesOwed(owed, signOffsFor(type));
  if (!roles.includes(role)) return new Refusal('state', `“${ROLES[role]}”已经补审过。重新查看这一条。`);
  if (role === 'approval' && roles.length > 1) return new Refusal('state', '审核和保密审查都补审以后，签发才能补审。');
  return undefined;
}

/** A role in which somebody may judge what was published in an emergency, and so take it off as well; undefined for none. */
export function reviewersRole(person: Person, folder: string, { barred }: OwedReview): SignOff | undefined {
  const { unit, type } = requirePlace(folder);
  return barred.includes(person.id) ? undefined : signOffsFor(type).find((role) => hasRole(person, unit, role));
}

/** Roles in which somebody can review afterwards now. */
export const rolesToConfirm = (person: Person, folder: string, owed: OwedReview): SignOff[] =>
  signOffsFor(requirePlace(folder).type).filter((role) => !hindranceToConfirm(person, folder, role, owed));
