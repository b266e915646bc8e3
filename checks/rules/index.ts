import type { Rule, Scope } from '../rule.ts';
import idNumber from './privacy/id-number/id-number.ts';

/** Every rule, in the order of families and names. */
// Each rule knows its own subject and messages; a list of all can only say that they are rules.
// biome-ignore lint/suspicious/noExplicitAny: see above
export const rules: readonly Rule<any, any>[] = [idNumber];

/** The rules of one scope, of all or of some. */
export const rulesOf = <S extends Scope>(scope: S, among = rules) => among.filter((rule): rule is Rule<S> => rule.scope === scope);
