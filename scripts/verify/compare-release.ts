import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ReleaseFault, toReleaseFault } from './release-faults.ts';

/** Deeper than any folder of a site: links that lead around in circles end there. */
const DEEPEST = 20;

/**
 * Holds every file of a release against what it must be.
 * @param wanted hashes of all files by their paths from the root
 */
export function compareRelease(
  release: string,
  wanted: ReadonlyMap<string, string>,
  onProgress: (done: number, of: number) => void,
): ReleaseFault[] {
  const faults: ReleaseFault[] = [];
  const missing = new Set(wanted.keys());
  let done = 0;
  for (const path of pathsIn(release, '/', 0)) {
    const full = join(release, path);
    if (done++ % 500 === 0) onProgress(done, wanted.size);
    if (lstatSync(full).isSymbolicLink()) faults.push(toReleaseFault('linked', path));
    const sha256 = wanted.get(path);
    missing.delete(path);
    if (sha256 === undefined) faults.push(toReleaseFault('added', path));
    else if (createHash('sha256').update(readFileSync(full)).digest('hex') !== sha256) faults.push(toReleaseFault('changed', path));
  }
  for (const path of missing) faults.push(toReleaseFault('removed', path));
  return faults;
}

/** Every file below a folder, that of a link to a folder too: a release is made of such. */
function* pathsIn(root: string, folder: string, depth: number): Generator<string> {
  for (const name of readdirSync(join(root, folder)).sort()) {
    const path = `${folder}${name}`;
    const isFolder = statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
    if (isFolder && depth < DEEPEST) yield* pathsIn(root, `${path}/`, depth + 1);
    else yield path;
  }
}

/** The folder that a web server serves: the one that is named, or `current` in it. */
export function releaseAt(path: string): string | undefined {
  const found = [path, join(path, 'current')].find((each) => statSync(join(each, 'index.html'), { throwIfNoEntry: false })?.isFile());
  return found === undefined ? undefined : realpathSync(found);
}
