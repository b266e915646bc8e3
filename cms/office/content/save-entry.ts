import type { Saved, SaveRequest } from '../../form/api.ts';
import { toText } from '../../form/entry-text.ts';
import type { Person } from '../accounts/people.ts';
import type { SaveFile } from '../store/saved-files.ts';
import type { Store } from '../store/store.ts';
import { movedOf } from '../workflow/moved.ts';
import { fileNames } from './file-names.ts';
import { returnedOf } from './listed.ts';
import { filesOf } from './open-entry.ts';
import { requireOwn } from './own-units.ts';
import { toFormFinding } from './to-form-finding.ts';

/** Saves what stands in a form. Files that the entry names no longer are gone; others are kept, or taken from what was sent. @throws Refusal, Conflict */
export async function saveEntry(store: Store, person: Person, asked: SaveRequest, sent: readonly File[]): Promise<Saved> {
  const { folder, values, version } = asked;
  const text = await toTextOf(store, person, asked);
  const now = await store.entry(folder, version);
  const named = fileNames(requireOwn(person, folder).type, values);
  const files = new Map<string, SaveFile>();
  for (const { name, blob } of now?.files ?? []) if (named.has(name)) files.set(name, { name, blob });
  for (const file of sent)
    if (named.has(file.name)) files.set(file.name, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  files.set('index.md', { name: 'index.md', bytes: Buffer.from(text) });
  const { draft, findings } = await store.save(person, { folder, version, files: [...files.values()] });
  const moved = await movedOf(store, draft);
  const returned = returnedOf(draft);
  return {
    version: draft.version,
    findings: findings.map((finding) => toFormFinding(finding, text)),
    files: await filesOf(store, draft),
    ...(moved && { moved }),
    ...(returned && { returned }),
  };
}

/** The file of an entry that a form describes; what did not change keeps its bytes. @throws Refusal */
export async function toTextOf(
  store: Store,
  person: Person,
  { folder, values, version = '' }: Omit<SaveRequest, 'version'> & { version?: string },
): Promise<string> {
  const { type } = requireOwn(person, folder);
  const [now, onMain] = await Promise.all([store.entry(folder, version), store.published(folder)]);
  return toText(type, values, now?.text, onMain?.text ?? '');
}
