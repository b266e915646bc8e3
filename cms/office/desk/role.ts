import { SIGN_OFFS } from '../../model/sign-offs.ts';
import type { SignOff } from '../../model/type.ts';
import { ROLES } from '../../model/unit.ts';
import { Refusal } from '../store/refusal.ts';

/** The role that a form names. @throws Refusal */
export function toRole(role: string): SignOff {
  const known = SIGN_OFFS.find((each) => each === role);
  if (known) return known;
  throw new Refusal('wrong', `没有写以哪个角色签字。选“${ROLES.review}”“${ROLES.secrecy}”或者“${ROLES.approval}”。`);
}
