import { isDeepStrictEqual } from 'node:util';
import { BY_OFFICE, entryFields } from '../../model/entry-fields.ts';
import { requireFields, requireSize, requireUnmarked } from './place.ts';
import { Refusal } from './refusal.ts';
import type { Repository } from './repository.ts';
import type { EntryFile, EntryVersion } from './versions.ts';

/** A file of an entry that is saved: its bytes, or the id of bytes that the entry has already. */
export type SaveFile = { name: string; bytes: Uint8Array } | { name: string; blob: string };

/** The same with its bytes, and their id if the entry has them already. */
type Loaded = { name: string; bytes: Uint8Array; blob: string | undefined };

/** All files with their bytes. Bytes that are only named must be the entry's own. */
export async function load(
  repository: Repository,
  files: readonly SaveFile[],
  known: readonly (EntryVersion | undefined)[],
): Promise<Loaded[]> {
  const blobs = new Set(known.flatMap((version) => version?.files.map(({ blob }) => blob) ?? []));
  return Promise.all(
    files.map(async (file) => {
      if ('bytes' in file) {
        requireSize(file.bytes);
        return { name: file.name, bytes: file.bytes, blob: undefined };
      }
      const object = blobs.has(file.blob) ? await repository.reader.read(file.blob) : undefined;
      if (!object) throw new Refusal('missing', `服务器上没有附件“${file.name}”。重新选择文件再保存。`);
      return { name: file.name, bytes: object.bytes, blob: file.blob };
    }),
  );
}

/**
 * Index number, publication date and what import found are none of an editor's: they can neither be given nor changed nor taken. What
 * is not public cannot be corrected.
 */
export function requireOwnFields(files: readonly Loaded[], onMain: EntryVersion | undefined) {
  const { bytes } = files.find(({ name }) => name === 'index.md')!;
  requireUnmarked(bytes);
  const fields = requireFields(bytes);
  const before = onMain ? requireFields(Buffer.from(onMain.text)) : {};
  for (const field of BY_OFFICE)
    if (!isDeepStrictEqual(fields[field], before[field]))
      throw new Refusal('wrong', `“${entryFields[field as 'imported'].label}”由系统编定，不能修改。恢复原来的内容再保存。`);
  if (!onMain && fields.correction !== undefined)
    throw new Refusal('wrong', '“更正说明”用来改正网上已有的内容，这条现在不在网上。删去更正说明再保存。');
}

/** What differs from main, with the bytes. */
export function changesOf(folder: string, files: readonly Loaded[], onMain: EntryVersion | undefined) {
  const before = new Map(onMain?.files.map(({ name, blob }) => [name, blob]));
  const changed = files.filter(({ name, blob }) => blob === undefined || before.get(name) !== blob);
  const names = new Set(files.map(({ name }) => name));
  const gone = [...before.keys()].filter((name) => !names.has(name));
  return [
    ...changed.map(({ name, bytes }) => ({ path: `${folder}/${name}`, bytes })),
    ...gone.map((name) => ({ path: `${folder}/${name}`, bytes: undefined })),
  ];
}

/** Whether they are the same files. */
export const isSame = (a: readonly EntryFile[], b: readonly EntryFile[]) =>
  a.length === b.length && a.every(({ name, blob }) => b.some((other) => other.name === name && other.blob === blob));
