import type { Library } from '../../cms/library/library.ts';
import { SIGN_OFFS } from '../../cms/model/sign-offs.ts';
import { ROLES } from '../../cms/model/unit.ts';
import { toNamer } from './to-record.ts';

/** The responsibility line of an entry's page: who signed the text that stands there. */
export interface Responsibility {
  signers: { role: string; person: string }[];
  /** Whether it was there before the office took over, and nobody has signed anything since. */
  isStock: boolean;
}

/** Undefined where there is no chain of signed commits. */
export function toResponsibility(library: Library, number: string): Responsibility | undefined {
  if (!library.acts.isSigned) return undefined;
  const name = toNamer(library);
  const acts = library.acts.of(number);
  const order: readonly string[] = ['watch', ...SIGN_OFFS, 'office'];
  const signers = acts.slice(acts.findLastIndex(({ kind }) => kind !== 'confirm')).flatMap(({ kind, signOffs }) => {
    const roleOf = (role: string) =>
      kind === 'withdraw' ? '撤稿' : `${ROLES[role as keyof typeof ROLES]}${kind === 'confirm' ? '（补审）' : ''}`;
    const sorted = signOffs.toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
    return sorted.map((signOff) => ({ role: roleOf(signOff.role), person: name(signOff) }));
  });
  return { signers, isStock: acts.length === 0 };
}
