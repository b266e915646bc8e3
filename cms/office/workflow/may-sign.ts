import { SIGN_OFFS } from '../../model/sign-offs.ts';
import type { SignOff } from '../../model/type.ts';
import { ROLES } from '../../model/unit.ts';
import { hasRole, isOnWatch, type People, type Person, type Role } from '../store/people.ts';
import { requirePlace } from '../store/place.ts';
import { Refusal } from '../store/refusal.ts';
import type { Standing } from './progress.ts';

/** Why somebody cannot sign an entry in a role now; undefined when they can. The rules of roles: STD-REV-01, -02. */
export function hindranceToSign(
  person: Person,
  folder: string,
  role: SignOff,
  { editors, signed, watch, owed }: Standing,
): Refusal | undefined {
  if (!hasRole(person, requirePlace(folder).unit, role))
    return new Refusal('forbidden', `您在这个单位没有“${ROLES[role]}”的角色，不能签字。`);
  if (editors.includes(person.id)) return new Refusal('forbidden', '您写过或者改过这条内容，不能签字。由他人签字。');
  const before = [...watch, ...signed].find((each) => each.person === person.id);
  if (before && before.role !== role)
    return new Refusal('forbidden', `您已经签过“${ROLES[before.role as Role]}”，不能再签别的。由他人签字。`);
  if (!owed.includes(role)) return new Refusal('state', `“${ROLES[role]}”已经签过。重新查看这一条。`);
  if (role === 'approval' && owed.length > 1) return new Refusal('state', '审核和保密审查都签字以后才能签发。');
  return undefined;
}

/**
 * Why somebody cannot sign an entry on watch now, for an emergency publication (紧急发布); undefined when they can.
 * @param day YYYY-MM-DD in Asia/Shanghai
 */
export function hindranceToSignOnWatch(
  person: Person,
  folder: string,
  day: string,
  { editors, signed, watch }: Standing,
): Refusal | undefined {
  if (!isOnWatch(person, requirePlace(folder).unit, day)) return new Refusal('forbidden', '您今天不在这个单位或者全县值班，不能紧急发布。');
  if (editors.includes(person.id)) return new Refusal('forbidden', '您写过或者改过这条内容，不能签字。由他人签字。');
  const before = [...watch, ...signed].find((each) => each.person === person.id);
  if (before?.role === 'watch') return new Refusal('forbidden', '您已经以“值班”签过，由另一名值班人员签字。');
  if (before) return new Refusal('forbidden', `您已经签过“${ROLES[before.role as Role]}”，不能再签别的。由他人签字。`);
  return undefined;
}

/** Whether somebody has any role that signs in a unit. */
export const signsIn = (person: Person, unit: string): boolean => SIGN_OFFS.some((role) => hasRole(person, unit, role));

/** Who can give a sign-off that is owed, now or when it is its turn. */
export function signersOf(people: People, folder: string, role: SignOff, { editors, signed, watch }: Standing): Person[] {
  const { unit } = requirePlace(folder);
  const others = [...watch, ...signed].map((each) => each.person);
  return [...people.values()].filter(({ id, posts }) => hasRole({ posts }, unit, role) && !editors.includes(id) && !others.includes(id));
}

/** What is told of signatures on watch that count no more. */
export const lapsedOnWatch = ({ watchHours }: Standing): Refusal =>
  new Refusal(
    'state',
    `值班签字 ${watchHours} 小时内有效，以前的已经作废，没有办理。重新查看这一条；仍要紧急发布的，写明原因，由两名值班人员重新签字。`,
  );
