import { entryPath, shelfPath } from '../cms/library/addresses.ts';
import type { Unit } from '../cms/model/unit.ts';

export { entryPath, shelfPath };

/** Addresses of the public site. They are made from ids and index numbers, never from titles. */

const PREFIX = { county: '/', department: '/dept/', township: '/town/', utility: '/util/' } as const;

/** Home of a unit's site, with a final `/`. */
export function unitPath(unit: Pick<Unit, 'id' | 'kind'>): string {
  return unit.kind === 'county' ? '/' : `${PREFIX[unit.kind]}${unit.id}/`;
}

/** First page of a column: the newest entries. */
export const columnPath = (unit: Pick<Unit, 'id' | 'kind'>, column: string) => `${unitPath(unit)}${column}/`;

/** A full page of a column, counted from the oldest. */
export const columnPagePath = (unit: Pick<Unit, 'id' | 'kind'>, column: string, page: number) => `${columnPath(unit, column)}${page}.html`;

/** Whether a directory is such a folder. */
export const isShelf = (directory: string) => SHELF.test(directory);
const SHELF = /^\/i\/\d{9}\/\d{6}\/$/u;

/** What the index numbers of the entries in a shelf begin with. */
export const shelfPrefix = (shelf: string) => `${shelf.slice(3, 12)}/${shelf.slice(13, 19)}-`;

/** Address of a file that belongs to an entry. */
export const filePath = (number: string, name: string) => `${shelfPath(number)}${number.slice(17)}-${name}`;

/** Address of a smaller version of a picture. */
export const variantPath = (path: string, width: number, format: 'avif' | 'webp') =>
  `${path.replace(/\.[A-Za-z0-9]+$/u, '')}.${width}.${format}`;

/** A path as it stands in a link: Chinese file names percent-encoded. */
export const toHref = (path: string) => encodeURI(path);
