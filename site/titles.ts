import type { Column } from '../cms/model/column.ts';
import type { Portal } from '../cms/model/portal.ts';
import type { Unit } from '../cms/model/unit.ts';

/** Longer titles are cut off by browsers and in results of searches. */
const LONGEST = 70;

/** Title of a page from the inside out: page, column, unit, portal. No name is said twice; a long title does without those between. */
export function toTitle(portal: Portal, title: string | undefined, unit?: Unit, column?: Column): string {
  const names = [...new Set([title, column?.name, unit?.name, portal.name])].filter((name) => name !== undefined);
  while (names.length > 2 && names.join('_').length > LONGEST) names.splice(1, 1);
  return names.join('_');
}
