import type { SignOff } from './type.ts';
import { findType } from './types/index.ts';

/** All roles that sign, in the order in which they do. */
export const SIGN_OFFS: readonly SignOff[] = ['review', 'secrecy', 'approval'];

/**
 * Roles that must sign entries of a type, in the order in which they sign: those that the model names, and always the review
 * for secrecy (STD-REV-01..03).
 */
export function signOffsFor(type: string): SignOff[] {
  const named: readonly SignOff[] = findType(type)?.signOffs ?? SIGN_OFFS;
  return SIGN_OFFS.filter((role) => role === 'secrecy' || named.includes(role));
}
