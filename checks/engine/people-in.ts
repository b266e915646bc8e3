import { peopleOfUnit, type UnitPerson } from '../../cms/library/unit-people.ts';
import type { ROLES } from '../../cms/model/unit.ts';
import type { People } from '../subjects/change.ts';
import type { JudgingFiles } from './judging-files.ts';

const UNIT = /^units\/([a-z0-9-]+)\.yaml$/u;

/** The people that a content root names. A unit's file is read when its people are asked for. */
export function peopleIn(files: JudgingFiles): People {
  const known = new Map<string, readonly UnitPerson[]>();
  const ofUnit = (unit: string): readonly UnitPerson[] | undefined => {
    const bytes = files.get(`units/${unit}.yaml`);
    if (bytes && !known.has(unit)) known.set(unit, peopleOfUnit(bytes));
    return known.get(unit);
  };
  const units = () => [...files.keys()].flatMap((path) => UNIT.exec(path)?.[1] ?? []);
  const everybody = () => units().flatMap((unit) => ofUnit(unit) ?? []);
  return {
    ofUnit,
    withRole: (role: keyof typeof ROLES) => new Set(everybody().flatMap(({ id, roles }) => (roles.includes(role) ? [id] : []))),
  };
}
