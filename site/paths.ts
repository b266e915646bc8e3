import { entryPath, shelfPath } from '../cms/library/addresses.ts';
import type { Unit } from '../cms/model/unit.ts';

export { entryPath, shelfPath };

/** Addresses of the public site. They are made from ids and index numbers, never from titles. */

const PREFIX = { county: '/', department: '/dept/', township: '/town/', utility: '/util/' } as const;

/** The statement on accessibility, which also tells how to show pages larger. */
export const ACCESSIBILITY = '/accessibility/';

/** Style sheet that shows on pages far from home that there are alerts. */
export const ALERT_STYLES = '/alerts.css';

/** Where readers are told that they leave for a site that the foot of every page names. */
export const LEAVING = '/leaving/';
/** Name of the notice for the nth of the portal's links. */
export const leavingId = (nth: number) => `link-${nth + 1}`;

/** Home of a unit's site, with a final `/`. */
export function unitPath(unit: Pick<Unit, 'id' | 'kind'>): string {
  return unit.kind === 'county' ? '/' : `${PREFIX[unit.kind]}${unit.id}/`;
}

/** First page of a column: the newest entries. */
export const columnPath = (unit: Pick<Unit, 'id' | 'kind'>, column: string) => `${unitPath(unit)}${column}/`;

/** A full page of a column, counted from the oldest. */
export const columnPagePath = (unit: Pick<Unit, 'id' | 'kind'>, column: string, page: number) => `${columnPath(unit, column)}${page}.html`;

/** Whether a directory holds entries of one unit and month, or what is told of one unit's entries: those that are looked into only when they change. */
export const isShelf = (directory: string) => SHELF.test(directory);
const SHELF = /^\/(?:i\/\d{9}\/\d{6}|record\/\d{9}|api\/entries\/\d{9})\/$/u;

/** What a folder tells of a unit's entries, with the unit's code; undefined for a folder of entries. */
export function toldIn(shelf: string): { kind: 'record' | 'api/entries'; code: string } | undefined {
  const [, kind, code = ''] = /^\/(record|api\/entries)\/(\d{9})\/$/u.exec(shelf) ?? [];
  return kind === undefined ? undefined : { kind: kind as 'record', code };
}

/** What the index numbers of the entries in a shelf begin with. */
export const shelfPrefix = (shelf: string) => `${shelf.slice(3, 12)}/${shelf.slice(13, 19)}-`;

/** Address of a file that belongs to an entry. */
export const filePath = (number: string, name: string) => `${shelfPath(number)}${number.slice(17)}-${name}`;

/** Address of the reading version of such a file: no file of an entry can have such a name. */
export const readingPath = (number: string, name: string) => `${shelfPath(number)}${number.slice(17)}.${name}.html`;

/** Whether a name is that of a reading version beside an entry's page. */
export const isReadingOf = (number: string, name: string) => READING.test(name) && name.startsWith(number.slice(17));
const READING = /^\d{5}\..+\.html$/u;

/** The index number of the entry to which a page belongs, as its own or as a reading version; undefined for other files. */
export function numberOfPage(path: string): string | undefined {
  const [, unit, month, serial] = OF_ENTRY.exec(path) ?? [];
  return serial && `${unit}/${month}-${serial}`;
}
const OF_ENTRY = /^\/i\/(\d{9})\/(\d{6})\/(\d{5})\.(?:.+\.)?html$/u;

/** Address of a smaller version of a picture. */
export const variantPath = (path: string, width: number, format: 'avif' | 'webp') =>
  `${path.replace(/\.[A-Za-z0-9]+$/u, '')}.${width}.${format}`;

/** A path as it stands in a link: Chinese file names percent-encoded. */
export const toHref = (path: string) => encodeURI(path);

/** Platform of disclosure (政府信息公开) of the county, which has what those of units have in common. */
export const COUNTY_PLATFORM = '/disclosure/';

/** Platform of disclosure of a unit. */
export const platformPath = (unit: Pick<Unit, 'id' | 'kind'>) => `${unitPath(unit)}disclosure/`;

/** What a unit did about a duty: the newest entries. */
export const dutyPath = (unit: Pick<Unit, 'id' | 'kind'>, duty: string) => `${platformPath(unit)}${duty}.html`;

/** A full page of what a unit did about a duty, counted from the oldest. */
export const dutyPagePath = (unit: Pick<Unit, 'id' | 'kind'>, duty: string, page: number) => `${platformPath(unit)}${duty}.${page}.html`;
