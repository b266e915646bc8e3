import type { Library } from '../../library/library.ts';
import type { EntryFolder } from '../../library/read-entry.ts';
import { findType } from '../../model/types/index.ts';
import type { Person } from '../accounts/people.ts';
import { hasRole } from '../store/people.ts';
import { requirePlace } from '../store/place.ts';
import { Refusal } from '../store/refusal.ts';

/** Ids of the units in which somebody is an editor now. */
export const editedBy = ({ posts }: Person): string[] => [
  ...new Set(posts.filter(({ role }) => role === 'editor').map(({ unit }) => unit)),
];

/** @throws Refusal when the person is no editor of the unit */
export function requireEditor(person: Person, unit: string): void {
  if (!hasRole(person, unit, 'editor')) throw new Refusal('forbidden', '您不是这个单位的编辑，不能查看和修改它的稿件。');
}

/** The entry of a folder in a unit of which the person is an editor. @throws Refusal */
export function requireOwn(person: Person, folder: string): EntryFolder {
  const place = requirePlace(folder);
  requireEditor(person, place.unit);
  return place;
}

/** @throws Refusal when none of the unit's columns takes what the type is for */
export function requireTaken(library: Library, unit: string, type: string): void {
  const columns = library.unit(unit)?.columns ?? [];
  const kinds = findType(type)?.columns ?? [];
  const takes = columns.some((id) => kinds.some((kind) => kind === library.column(id)?.kind));
  if (!takes) throw new Refusal('wrong', '这个单位没有收这种内容的栏目。换一种内容类型，或者请县信息办开设栏目。');
}
