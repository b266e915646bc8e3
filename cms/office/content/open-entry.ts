import type { FormFinding, ListedEntry, OpenedEntry } from '../../form/api.ts';
import { toValues } from '../../form/entry-text.ts';
import { Refusal } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';
import type { Draft, EntryVersion } from '../store/versions.ts';
import { movedOf } from '../workflow/moved.ts';
import { onMain, toStanding } from './listed.ts';
import { toFormFinding } from './to-form-finding.ts';

/** The entry as the form opens it, with what the checks have against a draft now. @throws Refusal */
export async function openEntry(store: Store, folder: string): Promise<OpenedEntry> {
  const version = await store.entry(folder);
  if (!version) throw new Refusal('missing', '没有这条内容，可能已经移走。请回列表核对。');
  const [standing, files, findings, moved] = await Promise.all([
    toHead(store, version),
    filesOf(store, version),
    findingsOn(store, version),
    version.from === 'draft' ? movedOf(store, version as Draft) : undefined,
  ]);
  return { ...standing, values: toValues(version.text), version: version.version, files, findings, ...(moved && { moved }) };
}

/** Names and sizes of an entry's attachments. */
export async function filesOf(store: Store, version: EntryVersion): Promise<OpenedEntry['files']> {
  const facts = await store.facts(version);
  return facts.filter(({ name }) => name !== 'index.md').map(({ name, size }) => ({ name, size }));
}

const toHead = async (store: Store, version: EntryVersion): Promise<Omit<ListedEntry, 'values'>> =>
  version.from === 'draft' ? toStanding(store, version as Draft) : onMain(version.folder);

async function findingsOn(store: Store, version: EntryVersion): Promise<FormFinding[]> {
  const files = version.from === 'draft' ? await store.changes(version) : [];
  if (files.length === 0) return [];
  const { findings } = await store.review({ base: await store.main(), files });
  return findings.map((finding) => toFormFinding(finding, version.text));
}
