import { join } from 'node:path';
import { assemble, filesIn } from './assemble.ts';
import { makeDurable } from './durable.ts';
import type { Before, Plan } from './plan.ts';
import type { State } from './state.ts';
import { type Store, switchTo } from './store.ts';

/** Releases before the public one that stay whole, for going back. */
const KEPT_RELEASES = 3;

interface Publication {
  out: string;
  store: Store;
  state: State;
  before: Before;
  /** Whether nothing of the release before was built upon. */
  replaces: boolean;
  plan: Plan;
  /** Directories filled in this build, by path. */
  staged: ReadonlyMap<string, string>;
  renderer: string;
  generation: number;
  /** Index numbers of the entries that are recent in the search index, a line each. */
  recent: string;
}

/**
 * Puts a release together, notes it, and switches to it. What is noted lies on the disk before, whatever happens to the
 * power. The note comes before the switch: a build that dies between the two is finished by the next one. Returns the
 * id of the release and the number of its files.
 */
export function publish({ out, store, state, before, replaces, plan, staged, renderer, generation, recent }: Publication): {
  root: string;
  files: number;
} {
  const { root, directories, gone } = assemble(store, before, plan, staged);
  const fresh = [...directories].filter(([path, id]) => before.heads.get(path)?.id !== id);
  if (fresh.length > 0) makeDurable(store.pathOf(''), new Set(fresh.map(([, id]) => id)));
  const former = [...(replaces ? state.heads() : before.heads)].map(([path, { id }]) => [path, id] as const);
  const now = new Map([...(replaces ? [] : former), ...directories]);
  for (const path of gone) now.delete(path);
  const used = new Set(now.values());
  const release = Number(state.get('release') || 0) + (root === state.get('root') ? 0 : 1);
  state.note({
    replaces,
    directories: [...directories].map(([path, id]) => [path, id, filesIn(plan, before, path)]),
    gone,
    dropped: new Set(former.map(([, id]) => id).filter((id) => !used.has(id))),
    meta: { root, renderer, generation: String(generation), release: String(release), recent },
  });
  switchTo(join(out, 'current'), join('store', root));
  prune(store, state, release);
  return { root, files: state.count };
}

/** Removes directories that only releases too old to keep were made of. */
function prune(store: Store, state: State, release: number) {
  const old = state.dropped().filter((dropped) => dropped.release <= release - KEPT_RELEASES);
  if (old.length === 0) return;
  for (const { id } of old) store.remove(id);
  state.forgetDropped(old.map(({ id }) => id));
}
