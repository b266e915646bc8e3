import type { ResponsibilityRecord } from '../../../../cms/model/record.ts';
import type { SignOff } from '../../../../cms/model/type.ts';
import type { Person } from '../../../subjects/change.ts';

export interface SignOffFault {
  fault: 'unsigned' | 'changed' | 'unauthorised' | 'author' | 'same';
  role: SignOff;
  person: string;
}

/**
 * What is wrong with the sign-offs of one entry: each role that its type needs must be filled by another person of the unit, not
 * the author, who signed exactly these bytes (STD-REV-02, -03).
 * @param digest of the entry as it is now
 */
export function judgeSignOffs(
  record: ResponsibilityRecord,
  needed: readonly SignOff[],
  digest: string,
  people: readonly Person[],
): SignOffFault[] {
  const faults: SignOffFault[] = [];
  const signed = new Set<string>();
  for (const role of needed) {
    const all = record.signOffs.filter((signOff) => signOff.role === role);
    const last = all.findLast(({ sha256 }) => sha256 === digest);
    const person = last?.person ?? '';
    const say = (fault: SignOffFault['fault']) => faults.push({ fault, role, person });
    if (!last) say(all.length > 0 ? 'changed' : 'unsigned');
    else if (!people.some(({ id, roles }) => id === person && roles.includes(role))) say('unauthorised');
    else if (person === record.author) say('author');
    else if (signed.has(person)) say('same');
    signed.add(person);
  }
  return faults;
}
