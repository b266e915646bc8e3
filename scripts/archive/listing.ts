import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../exit.ts';

/** An entry as a release lists it for programs. */
export interface Listed {
  number: string;
  title: string;
  /** YYYY-MM-DD HH:MM */
  publishedAt: string;
  unit: string;
  type: string;
  column: string;
  /** Path of its page within the release. */
  page: string;
  /** Paths of its files within the release, and hashes of those that its page offers. */
  files: { path: string; sha256?: string }[];
}

/** What a release says of itself under `/api/`. */
export interface Listing {
  units: Map<string, string>;
  types: Record<string, string>;
  columns: Map<string, string>;
  entries: Listed[];
}

/** A picture made smaller from one that lies beside it. */
const VARIANT = /\.\d+\.(?:avif|webp)$/u;

/** Reads all that a release lists. @throws UsageError when the folder is no release */
export function readListing(release: string): Listing {
  if (!existsSync(join(release, 'api/index.json')))
    throw new UsageError(`${release} 里没有发布好的网站。核对 --site 的路径，或者先运行 gongkai build。`);
  const read = (path: string) => JSON.parse(readFileSync(join(release, path), 'utf8'));
  const { entries: lists, types, columns } = read('api/index.json');
  const shelves = new Map<string, string[]>();
  const filesOf = (page: string) => {
    const shelf = page.slice(0, page.lastIndexOf('/') + 1);
    if (!shelves.has(shelf)) shelves.set(shelf, readdirSync(join(release, shelf)).sort());
    const beginning = `${page.slice(shelf.length).replace('.html', '')}-`;
    return shelves.get(shelf)!.flatMap((name) => (name.startsWith(beginning) && !VARIANT.test(name) ? [shelf + name] : []));
  };
  const entries: Listed[] = [];
  for (const file of lists.flatMap((list: string) => read(list).files))
    for (const { index_number: number, title, published_at: publishedAt, unit, type, column, url, attachments = [] } of read(file)
      .entries) {
      const pathOf = (address: string) => decodeURIComponent(new URL(address).pathname).slice(1);
      const hashes = new Map<string, string>(attachments.map((each: { url: string; sha256: string }) => [pathOf(each.url), each.sha256]));
      const path = pathOf(url);
      entries.push({
        number,
        title,
        publishedAt,
        unit,
        type,
        column,
        page: path,
        files: filesOf(path).map((file) => ({ path: file, sha256: hashes.get(file) })),
      });
    }
  return {
    types,
    columns: new Map(columns.map(({ id, name }: { id: string; name: string }) => [id, name])),
    units: new Map(read('api/units.json').units.map(({ id, name }: { id: string; name: string }) => [id, name])),
    entries,
  };
}
