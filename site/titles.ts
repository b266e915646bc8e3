import type { Column } from '../cms/model/column.ts';
import type { Portal } from '../cms/model/portal.ts';
import type { Unit } from '../cms/model/unit.ts';

/** Title of a page from the inside out: page, column, unit, portal; no name is said twice. */
export function toTitle(portal: Portal, title: string | undefined, unit?: Unit, column?: Column): string {
  return [...new Set([title, column?.name, unit?.name, portal.name])].filter((name) => name !== undefined).join('_');
}
