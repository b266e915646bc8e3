import { INDEX_NUMBER } from '../model/shapes.ts';
import type { UnitKind } from '../model/unit.ts';

/**
 * First parts of addresses that the site keeps for itself. A channel or a column of the county with such an id would
 * share its address with something else, and one of the two would be lost.
 */
export const RESERVED: readonly string[] = [
  ...[
    '404',
    'accessibility',
    'api',
    'assets',
    'dept',
    'disclosure',
    'government',
    'i',
    'images',
    'leaving',
    'map',
    'policy-library',
    'record',
    'search',
    'sitemaps',
    'topics',
    'town',
    'units',
    'util',
  ],
];
/** What the site keeps for itself below the address of a unit. */
export const RESERVED_IN_UNIT: readonly string[] = ['about', 'disclosure'];

/** Where the sites of units begin. */
const UNIT_KINDS: Record<string, UnitKind> = { dept: 'department', town: 'township', util: 'utility' };
/** Where the platform of disclosure of the county or of a unit is, and its pages beside those of duties. */
const PLATFORM = 'disclosure';
const PLATFORM_PARTS = ['guide', 'rules', 'reports', 'request'];
const COUNTY_PARTS = ['fields', 'places', 'exemptions'];
/** Reserved names that are pages themselves. */
const PAGES = new Set(['accessibility', 'government', 'leaving', 'map', 'record', 'search', 'topics', 'units']);

/** What addresses are made of. */
export interface Site {
  /** Ids of channels and of the county's columns, which are pages at the top. */
  tops: ReadonlySet<string>;
  unit(id: string): { kind: UnitKind; columns: readonly string[] } | undefined;
  hasTopic(id: string): boolean;
  hasFile(path: string): boolean;
}

/**
 * Whether the public site has a page at this path, from the root: `page` when it has one, `none` when it has not,
 * `perhaps` where that is not told by records alone.
 */
export function findPage(path: string, site: Site): 'page' | 'none' | 'perhaps' {
  const parts = partsOf(path);
  const [first, second, third] = parts;
  if (first === undefined) return 'page';
  const kind = UNIT_KINDS[first];
  if (kind) {
    const unit = second === undefined ? undefined : site.unit(second);
    if (!unit || unit.kind !== kind) return 'none';
    if (third === undefined) return 'page';
    if (third === PLATFORM) return inPlatform(parts.slice(3), PLATFORM_PARTS);
    return inList(parts.slice(2), [...unit.columns, ...RESERVED_IN_UNIT]);
  }
  if (first === 'topics' && second !== undefined)
    return site.hasTopic(second) ? inList(parts.slice(1), [second]) : inList(parts.slice(1), []);
  if (first === 'api' && second === undefined) return 'page';
  if (first === PLATFORM) return inPlatform(parts.slice(1), [...PLATFORM_PARTS, ...COUNTY_PARTS]);
  if (first === 'policy-library') return inList(parts, [first]);
  if (PAGES.has(first)) return parts.length === 1 ? 'page' : 'none';
  if (first === 'images') return site.hasFile(parts.join('/')) ? 'page' : 'perhaps';
  if (RESERVED.includes(first)) return 'perhaps';
  return inList(parts, [...site.tops]);
}

/** A list or a page by itself, or a file below it, such as an older page or a feed. */
function inList(parts: readonly string[], lists: readonly string[]): 'page' | 'none' | 'perhaps' {
  const [first = ''] = parts;
  if (lists.includes(first)) return parts.length === 1 ? 'page' : 'perhaps';
  return parts.length === 1 && first.includes('.') ? 'perhaps' : 'none';
}

/** A page of a platform of disclosure; those of duties lie in files beside each other. */
function inPlatform(parts: readonly string[], pages: readonly string[]): 'page' | 'none' | 'perhaps' {
  const [first, ...below] = parts;
  if (first === undefined) return 'page';
  if (pages.includes(first)) return below.length === 0 ? 'page' : 'perhaps';
  return below.length === 0 && first.endsWith('.html') ? 'perhaps' : 'none';
}

/** The parts of a path, without what does not tell pages apart. */
export function partsOf(path: string): string[] {
  const parts = path
    .replace(/[?#].*$/u, '')
    .split('/')
    .filter((part) => part !== '');
  return parts.at(-1) === 'index.html' ? parts.slice(0, -1) : parts;
}

export const isIndexNumber = (text: string) => INDEX_NUMBER.pattern.test(text);

/** Folder of the entries of one unit and month on the public site: `990101003/202603-00012` lies in `/i/990101003/202603/`. */
export const shelfPath = (number: string): string => `/i/${number.slice(0, 9)}/${number.slice(10, 16)}/`;

/** Permanent address of an entry on the public site. */
export const entryPath = (number: string): string => `${shelfPath(number)}${number.slice(17)}.html`;

/** Serial numbers of each month whose records lie in one file. */
export const RECORD_SPAN = 8;

/**
 * One file of records, and one of the JSON interface: of a unit and a year those with the same few serial numbers in each month, so that
 * a number tells its file, whatever else comes or goes.
 */
export interface RecordFile {
  /** The unit's. */
  code: string;
  year: string;
  /** From 1: serial numbers 1 to 8, then 9 to 16. */
  part: number;
}

/** The file in which the record of an entry lies. */
export const recordFileOf = (number: string): RecordFile => ({
  code: number.slice(0, 9),
  year: number.slice(10, 14),
  part: Math.ceil(Number(number.slice(17)) / RECORD_SPAN),
});

/** Folder of a unit's records on the public site. */
export const recordShelf = (code: string): string => `/record/${code}/`;

/** Address of the record of an entry on the public site. */
export function recordPath(number: string): string {
  const file = recordFileOf(number);
  return `${recordFilePath(file)}#${recordAnchor(number)}`;
}

export const recordFilePath = ({ code, year, part }: RecordFile, kind: 'html' | 'json' = 'html'): string =>
  `${recordShelf(code)}${year}-${part}.${kind}`;

/** Folder of what the JSON interface says of a unit's entries. */
export const apiShelf = (code: string): string => `/api/entries/${code}/`;

export const apiFilePath = ({ code, year, part }: RecordFile): string => `${apiShelf(code)}${year}-${part}.json`;

/** Where in its file an entry's record begins. */
export const recordAnchor = (number: string): string => `n${number.slice(10)}`;
