import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Folder } from '../../cms/library/folder.ts';
import type { Source } from '../../cms/library/source.ts';
import { makeCounty, writeCounty } from '../../cms/library/testing/made-up-county.ts';

/** A content root made of the made-up county and what a case lays over it. */
export interface CaseCounty {
  source: Source;
  /** Folder for an index. */
  state: string;
  /** Paths that the case itself holds. */
  laid: ReadonlySet<string>;
}

/** Lets `use` work with the county of a case, in a temporary folder that is gone afterwards. */
export async function withCaseCounty<T>(overlay: string, use: (county: CaseCounty) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-case-'));
  try {
    const root = join(folder, 'content');
    writeCounty(root, makeCounty());
    if (existsSync(overlay)) cpSync(overlay, root, { recursive: true });
    return await use({ source: new Folder(root), state: join(folder, 'state'), laid: pathsIn(overlay) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function pathsIn(folder: string): Set<string> {
  if (!existsSync(folder)) return new Set();
  const items = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Set(items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name).slice(folder.length + 1)));
}

/** The day a case names in its file `day`, or the day on which all others are judged. */
export function dayOf(folder: string, otherwise: string): string {
  const file = join(folder, 'day');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : otherwise;
}
