import type { Library, StoredEntry } from '../../cms/library/library.ts';

/** The little of an entry that rules compare across a whole library. */
export interface Head extends Pick<StoredEntry, 'folder' | 'number' | 'isPublic' | 'type'> {
  title: string;
  documentNumber: string | undefined;
}

const known = new WeakMap<Library, readonly Head[]>();

/** Heads of all entries, read once for a library however many rules ask. */
export function headsOf(library: Library): readonly Head[] {
  let heads = known.get(library);
  if (!heads) known.set(library, (heads = Array.from(library.storedEntries(), toHead)));
  return heads;
}

const toHead = ({ folder, number, isPublic, type, data }: StoredEntry): Head => ({
  folder,
  number,
  isPublic,
  type,
  title: data.title,
  documentNumber: 'document_number' in data ? data.document_number : undefined,
});
