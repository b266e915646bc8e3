import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chainHeadSchema, type PublicHead } from '../../cms/model/public-record.ts';
import { toDay } from '../../cms/office/store/clock.ts';
import type { toProgress } from '../progress.ts';
import { compareRelease } from './compare-release.ts';
import { rebuild } from './rebuild.ts';
import { type ReleaseFault, toReleaseFault } from './release-faults.ts';

export interface ReleaseReport {
  /** Commit from which the site says that it was made, and the day. */
  head: PublicHead | undefined;
  /** Files that were held against what the repository gives. */
  files: number;
  faults: ReleaseFault[];
}

const HEAD = '/record/head.json';

/**
 * Makes a release again and compares it, byte by byte.
 * @param main commits of the chain
 * @param work folder for what is made
 */
export async function verifyRelease(
  release: string,
  {
    repository,
    main,
    now,
    work,
    onProgress,
  }: { repository: string; main: readonly string[]; now: number; work: string; onProgress: ReturnType<typeof toProgress>['show'] },
): Promise<ReleaseReport> {
  const head = readHead(join(release, HEAD));
  if (!head) return { head, files: 0, faults: [toReleaseFault('headless', HEAD)] };
  if (!main.includes(head.head)) return { head, files: 0, faults: [toReleaseFault('elsewhere', HEAD)] };
  const isDated = head.day >= head.at.slice(0, 10) && head.day <= toDay(new Date(now));
  const wanted = await rebuild(repository, head.head, head.day, work, onProgress);
  const faults = compareRelease(release, wanted, (done, of) => onProgress('compare', done, of));
  return { head, files: wanted.size, faults: [...(isDated ? [] : [toReleaseFault('undated', HEAD)]), ...faults] };
}

/** The head that a site prints; undefined when there is none that can be read. */
function readHead(path: string): PublicHead | undefined {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
  try {
    return chainHeadSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}
