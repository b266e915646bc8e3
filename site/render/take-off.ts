import { join, resolve } from 'node:path';
import { filePath, isReadingOf, shelfPath } from '../paths.ts';
import { asOnlyBuild } from './as-only-build.ts';
import { nameOf, type Plan } from './plan.ts';
import { publish } from './publish.ts';
import { State } from './state.ts';
import { Store } from './store.ts';
import { RELEASING, RENDERING, sweep } from './unfinished.ts';

/** Longest wait for a build in another process, in milliseconds. */
const PATIENCE = 2000;

/**
 * Switches the public site to its release without the page and the attachments of an entry. Nothing is rendered: lists and search
 * lose the entry with the next build, which knows that its files are gone.
 * @param out folder for releases
 * @throws BusyError when another build works on the same place
 */
export async function takeOff(out: string, number: string): Promise<void> {
  const place = resolve(out);
  await asOnlyBuild(
    place,
    async () => {
      const state = new State(join(place, 'state.db'));
      try {
        leaveOut(place, new Store(join(place, 'store')), state, number);
      } finally {
        state.close();
      }
    },
    PATIENCE,
  );
}

function leaveOut(out: string, store: Store, state: State, number: string) {
  const shelf = shelfPath(number);
  const before = { heads: state.heads(), files: (directory: string) => state.files(directory) };
  const [page, attachment] = [`${number.slice(17)}.html`, nameOf(filePath(number, ''))];
  const known = state.files(shelf);
  const files = new Map([...known].filter(([name]) => name !== page && !name.startsWith(attachment) && !isReadingOf(number, name)));
  if (files.size === known.size) return;
  const left = state.get('unfinished');
  // A build that was broken off while it made pages left nothing that could be taken for a part of a release.
  if (left !== '' && left !== RENDERING) sweep(store, state);
  state.set('unfinished', RELEASING);
  const staged = new Map<string, string>();
  const plan: Plan = { tasks: [], layout: new Map(), gone: new Set() };
  if (files.size === 0) plan.gone.add(shelf);
  else {
    plan.layout.set(shelf, files);
    staged.set(shelf, store.stage());
    store.carry(before.heads.get(shelf)!.id, files.keys(), staged.get(shelf)!);
  }
  publish({
    ...{ out, store, state, before, plan, staged },
    replaces: false,
    renderer: state.get('renderer'),
    generation: Number(state.get('generation')),
    recent: state.get('recent'),
  });
  state.set('unfinished', left === RENDERING ? RENDERING : '');
}
