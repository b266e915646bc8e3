import { changeDraftField } from 'decap-cms-core/dist/esm/actions/entries.js';
import { store } from 'decap-cms-core/dist/esm/redux/index.js';

/** Lets the entry that is open be saved as it is: Decap saves only what was changed. */
export function makeSavable() {
  const { collections, entryDraft } = store.getState();
  const field = collections
    .get(entryDraft.getIn(['entry', 'collection']))
    .get('fields')
    .first();
  const value = entryDraft.getIn(['entry', 'data', field.get('name')]);
  store.dispatch(changeDraftField({ field, value, metadata: undefined, entries: [] }));
}
