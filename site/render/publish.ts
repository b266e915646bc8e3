import { join } from 'node:path';
import { assemble } from './assemble.ts';
import type { Plan } from './plan.ts';
import type { Known, State } from './state.ts';
import { type Store, switchTo } from './store.ts';

/** Releases before the public one that stay whole, for going back. */
const KEPT_RELEASES = 3;

interface Publication {
  out: string;
  store: Store;
  state: State;
  plan: Plan;
  /** Files made in this build. */
  made: ReadonlyMap<string, Known>;
  /** Directories filled in this build, by path. */
  staged: ReadonlyMap<string, string>;
  /** Directories of the release before, by path. */
  kept: ReadonlyMap<string, string>;
  /** Whether the release before was not built upon. */
  replaces: boolean;
  renderer: string;
  generation: number;
}

/**
 * Puts a release together, notes it, and switches to it. The note comes before the switch: a build that dies
 * between the two is finished by the next one. Returns the id of the release.
 */
export function publish({ out, store, state, plan, made, staged, kept, replaces, renderer, generation }: Publication): string {
  const former = replaces ? state.directories() : kept;
  const { root, directories, goneDirectories } = assemble(store, plan.layout, staged, kept);
  const now = new Map([...kept, ...directories]);
  for (const path of goneDirectories) now.delete(path);
  const used = new Set(now.values());
  const release = Number(state.get('release') || 0) + (root === state.get('root') ? 0 : 1);
  state.note({
    replaces,
    files: made,
    goneFiles: plan.goneFiles,
    directories,
    goneDirectories,
    dropped: new Set([...former.values()].filter((id) => !used.has(id))),
    meta: { root, renderer, generation: String(generation), release: String(release) },
  });
  switchTo(join(out, 'current'), join('store', root));
  prune(store, state, release);
  state.set('unfinished', '');
  return root;
}

/** Removes directories that only releases too old to keep were made of. */
function prune(store: Store, state: State, release: number) {
  const old = state.dropped().filter((dropped) => dropped.release <= release - KEPT_RELEASES);
  if (old.length === 0) return;
  for (const { id } of old) store.remove(id);
  state.forgetDropped(old.map(({ id }) => id));
}
