import { fromTreeName, type TreeItem } from '../../cms/office/store/tree.ts';
import type { Say } from './faults.ts';
import type { Changed } from './trees.ts';

const FILE = '100644';

/** Holds the files that a commit changed against those that its record names, and each against what content may be. */
export function judgeFiles(changes: readonly Changed[], isNamed: (path: string) => boolean, say: Say) {
  for (const { path: written, after } of changes) {
    const path = fromTreeName(written);
    if (!isNamed(path)) say('outside', { path });
    const fault = after && faultOfMode(after);
    if (fault) say(fault, { path });
  }
}

/** What is wrong with the kind of an item; undefined for an ordinary file. */
export function faultOfMode({ mode }: TreeItem): 'link' | 'submodule' | 'mode' | undefined {
  if (mode === FILE) return undefined;
  return mode === '120000' ? 'link' : mode === '160000' ? 'submodule' : 'mode';
}

/** Files of one folder that some computers take for one another. */
export function judgeNames(folder: string, items: readonly TreeItem[], say: Say) {
  const seen = new Set<string>();
  for (const { name } of items) {
    const folded = fromTreeName(name).normalize('NFC').toLowerCase();
    if (seen.has(folded)) say('sameName', { path: `${folder}/${fromTreeName(name)}` });
    seen.add(folded);
  }
}
