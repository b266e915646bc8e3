import type { Entry, StoredFile } from '../../cms/library/item.ts';

/** Files that the page of an entry offers for download, each once, with what they are called. */
export function offeredFiles(entry: Entry): { file: StoredFile; title: string }[] {
  const { data, type } = entry;
  const forms = type === 'guide' ? (entry as Entry<'guide'>).data.materials.map(({ sample, name }) => ({ file: sample, title: name })) : [];
  const named = new Map([...(data.attachments ?? []), ...forms].toReversed().map(({ file, title }) => [file, title]));
  return [...named].toReversed().flatMap(([name, title]) => {
    const file = name === undefined ? undefined : entry.files.get(name);
    return file ? [{ file, title }] : [];
  });
}
