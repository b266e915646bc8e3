import type { PreviewedPage, PreviewRequest } from '../../form/api.ts';
import type { Person } from '../accounts/people.ts';
import type { Preview } from '../preview.ts';
import type { Store } from '../store/store.ts';
import { requireEditor } from './own-units.ts';
import { toTextOf } from './save-entry.ts';

/** The page of what stands in a form, saved or not. Nothing of it is kept. @throws Refusal */
export async function previewEntry(
  { store, preview }: { store: Store; preview: Preview },
  person: Person,
  asked: PreviewRequest,
): Promise<PreviewedPage> {
  const folder = toFolder(store, person, asked.folder);
  const text = await toTextOf(store, person, { folder, values: asked.values });
  const own = `${folder}/index.md`;
  const version = await store.entry(folder);
  const saved = version ? await store.changes(version) : [];
  const files = [...saved.filter(({ path }) => path !== own), { path: own, bytes: Buffer.from(text) }];
  const { html } = await preview({ base: await store.main(), folder, files });
  return { html };
}

/** A form that was never saved names only unit and type. */
function toFolder(store: Store, person: Person, folder: string): string {
  const [, unit, type] = /^entries\/([a-z0-9-]+)\/([a-z-]+)$/u.exec(folder) ?? [];
  if (!unit || !type) return folder;
  requireEditor(person, unit);
  return store.newFolder(unit, type);
}
