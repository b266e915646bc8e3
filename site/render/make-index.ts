import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Gatherer } from '../search/gather.ts';
import { Numbering } from '../search/numbering.ts';
import { INDEX, MANIFEST, RECENT, REGISTERS, registerPathOf, shelfPathOf, shelvesIn } from '../search/paths.ts';
import { Register, type Row } from '../search/register.ts';
import type { Manifest } from '../search/search.ts';
import { foldersOf, type Gathering, gather, type Joined, type Joining, joinGathered, writeIndexFile } from './gather-pages.ts';
import { pagesNow, toKnown } from './index-files.ts';
import type { Indexing } from './index-pages.ts';
import { directoryOf, nameOf } from './plan.ts';

/** Makes the whole index. What is gathered is as large as the index several times over, so it goes by files. */
export async function makeIndex(indexing: Indexing) {
  const { store, before, plan, staged, bits, recent, pool, isGathered, all, entries, units } = indexing;
  for (const path of before.heads.keys()) if (path.startsWith(INDEX)) plan.gone.add(path);
  const parts = pool ? pool.size : 1;
  const share = (at: number) => at % parts;
  const scratch = store.stage();
  const numbering = new Numbering(units);
  const pages = isGathered ? [] : all().map((number): [string, string[]] => [number, pagesNow(indexing, number)]);
  const gatherings = Array.from({ length: parts }, (_, part): Gathering => {
    return { pages: pages.filter((_, at) => share(at) === part), units: [...units], bits, into: join(scratch, String(part)) };
  });
  const folders = foldersOf(bits);
  const intoRecent = open(RECENT);
  const joinings = Array.from({ length: parts }, (_, part): Joining => {
    const own = folders.filter((_, at) => share(at) === part);
    return {
      bits,
      from: gatherings.map(({ into }) => into),
      folders: own.map((folder) => ({
        folder,
        into: open(directoryOf(shelfPathOf(shelvesIn(folder, bits)[0]!, bits))),
        recent: recent.in(folder).map((number) => numbering.positionOf(number)),
      })),
      recent: intoRecent,
    };
  });
  const rows: Row[] = [];
  const take = (joined: Joined) => {
    for (const [path, sha256] of joined) plan.layout.get(directoryOf(path))!.set(nameOf(path), toKnown(sha256));
  };
  if (pool) {
    await pool.each('gather', gatherings, (some) => rows.push(...some));
    await pool.each('join', joinings, take);
  } else {
    for (const gathering of gatherings) for (const row of gather(new Gatherer(), gathering)) rows.push(row);
    for (const joining of joinings) take(joinGathered(joining));
  }
  rmSync(scratch, { recursive: true });

  const byYear = [...Register.byYear(rows)].sort(([a], [b]) => a - b);
  if (byYear.length > 0) open(REGISTERS);
  for (const [year, register] of byYear) put(registerPathOf(year), register.toString());
  open(INDEX);
  const registers = byYear.map(([year, { range }]) => ({ year, ...range }));
  put(MANIFEST, JSON.stringify({ entries, bits, units: [...units], registers } satisfies Manifest));

  function open(directory: string): string {
    const folder = store.stage();
    plan.gone.delete(directory);
    plan.layout.set(directory, new Map());
    staged.set(directory, folder);
    return folder;
  }

  function put(path: string, text: string) {
    const sha256 = writeIndexFile(join(staged.get(directoryOf(path))!, nameOf(path)), text);
    plan.layout.get(directoryOf(path))!.set(nameOf(path), toKnown(sha256));
  }
}
