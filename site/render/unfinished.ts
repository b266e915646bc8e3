import type { State } from './state.ts';
import type { Store } from './store.ts';

/** Note that pages are being made: a build that is broken off leaves only directories that have no name yet. */
export const RENDERING = 'rendering';
/** Note that a release is being put together: what is left then may have a name and yet not be whole. */
export const RELEASING = 'releasing';

/** Removes what a broken-off build left in the store. */
export function sweep(store: Store, state: State) {
  store.sweep(new Set([...[...state.heads().values()].map(({ id }) => id), ...state.dropped().map(({ id }) => id)]));
}
