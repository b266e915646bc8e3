import type { ResponsibilityRecord } from '../../cms/model/record.ts';
import { signOffsFor } from '../../cms/model/sign-offs.ts';
import { ROLES } from '../../cms/model/unit.ts';
import { judgeSignOffs, type SignOffFault } from '../rules/responsibility/signed-off/judge-sign-offs.ts';
import type { Acts, People } from '../subjects/change.ts';

type Role = keyof typeof ROLES;

/** How it stands with one sign-off that an entry needs. */
export interface Signing {
  role: Role;
  /** `given`, or what is the matter. */
  state: 'given' | SignOffFault['fault'];
  /** Account of who signed these very bytes; empty for nobody. */
  person: string;
  /** YYYY-MM-DD HH:MM in Asia/Shanghai; empty when nobody signed. */
  at: string;
  /** Accounts of those who could give it. */
  able: string[];
}

export interface EntryToSign {
  unit: string;
  type: string;
  /** Digest of the entry as it would be. */
  digest: string;
  record: ResponsibilityRecord | undefined;
}

/** The sign-offs that an entry needs, in the order in which they are given. @param people as the base has them */
export function signingsOf({ unit, type, digest, record }: EntryToSign, people: People): Signing[] {
  const needed = signOffsFor(type);
  const own = people.ofUnit(unit) ?? [];
  const faults = judgeSignOffs(record ?? { entry: '', author: '', signOffs: [] }, needed, digest, own);
  return needed.map((role) => {
    const given = record?.signOffs.findLast((each) => each.role === role && each.sha256 === digest);
    const state = faults.find((fault) => fault.role === role)?.fault ?? 'given';
    const able = own.filter(({ id, roles }) => roles.includes(role) && id !== record?.author).map(({ id }) => id);
    return { role, state, person: given?.person ?? '', at: given?.at ?? '', able };
  });
}

/** Those of an entry on main, as its last act names them: what is wrong with them is told otherwise. */
export const signingsIn = ({ signOffs }: Acts, folder: string): Signing[] =>
  (signOffs.get(folder) ?? []).flatMap(({ role, person, at }) =>
    Object.hasOwn(ROLES, role) ? [{ role: role as Role, state: 'given', person, at, able: [] }] : [],
  );
