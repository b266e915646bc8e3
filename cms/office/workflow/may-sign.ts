import { SIGN_OFFS } from '../../model/sign-offs.ts';
import type { SignOff } from '../../model/type.ts';
import { ROLES } from '../../model/unit.ts';
import { hasRole, type People, type Person, type Role } from '../store/people.ts';
import { requirePlace } from '../store/place.ts';
import { Refusal } from '../store/refusal.ts';
import type { Standing } from './progress.ts';

/** Why somebody cannot sign an entry in a role now; undefined when they can. The rules of roles: STD-REV-01, -02. */
export function hindranceToSign(person: Person, folder: string, role: SignOff, { editors, signed, owed }: Standing): Refusal | undefined {
  if (!hasRole(person, requirePlace(folder).unit, role))
    return new Refusal('forbidden', `您在这个单位没有“${ROLES[role]}”的角色，不能签字。`);
  if (editors.includes(person.id)) return new Refusal('forbidden', '您写过或者改过这条内容，不能签字。由他人签字。');
  const before = signed.find((each) => each.person === person.id);
  if (before && before.role !== role)
    return new Refusal('forbidden', `您已经签过“${ROLES[before.role as Role]}”，不能再签别的。由他人签字。`);
  if (!owed.includes(role)) return new Refusal('state', `“${ROLES[role]}”已经签过。重新查看这一条。`);
  if (role === 'approval' && owed.length > 1) return new Refusal('state', '审核和保密审查都签字以后才能签发。');
  return undefined;
}

/** Whether somebody has any role that signs in a unit. */
export const signsIn = (person: Person, unit: string): boolean => SIGN_OFFS.some((role) => hasRole(person, unit, role));

/** Who can give a sign-off that is owed, now or when it is its turn. */
export function signersOf(people: People, folder: string, role: SignOff, { editors, signed }: Standing): Person[] {
  const { unit } = requirePlace(folder);
  return [...people.values()].filter(
    (person) => hasRole(person, unit, role) && !editors.includes(person.id) && !signed.some((each) => each.person === person.id),
  );
}
