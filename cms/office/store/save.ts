import { forbidsSaving, type Review, type ReviewFinding } from '../review.ts';
import { isUnmovedSince, stepsOf, toMessage } from './acts.ts';
import { hasRole, type Person } from './people.ts';
import { requireFields, requireHarmless, requireNames, requirePlace, requireSize, requireSizes, requireUnmarked } from './place.ts';
import { RefMoved } from './refs.ts';
import { Conflict, Refusal } from './refusal.ts';
import type { Repository } from './repository.ts';
import { FOLDER_MODE } from './tree.ts';
import { type Draft, type EntryFile, type EntryVersion, toRef, type Versions } from './versions.ts';

/** A file of an entry that is saved: its bytes, or the id of bytes that the entry has already. */
export type SaveFile = { name: string; bytes: Uint8Array } | { name: string; blob: string };

export interface Save {
  /** `entries/<unit>/<type>/<year>/<slug>` */
  folder: string;
  /** The version that the person began with; empty for an entry that is new. */
  version: string;
  /** All files that the entry is to have; one that is not named is gone afterwards. */
  files: readonly SaveFile[];
}

export interface Saved {
  draft: Draft;
  /** What the checks have against it that does not keep it from being saved. */
  findings: readonly ReviewFinding[];
}

type Loaded = { name: string; bytes: Uint8Array; blob: string | undefined };

/**
 * Saves a draft as one commit by the person. Nothing is written anywhere before the checks have passed. When main has another
 * version of the entry than the draft was begun on (it was withdrawn, or taken down), the save takes the draft over to main.
 * @throws Refusal, Conflict
 */
export async function save(repository: Repository, versions: Versions, review: Review, person: Person, asked: Save): Promise<Saved> {
  const place = requirePlace(asked.folder);
  if (!hasRole(person, place.unit, 'editor')) throw new Refusal('forbidden', '您不是这个单位的编辑，不能修改这条内容。');
  requireNames(asked.files.map(({ name }) => name));
  requireHarmless(asked.files.flatMap((file) => ('bytes' in file ? [file.name] : [])));
  const now = await versionNow(versions, asked.folder);
  requireVersion(now, asked.version, await baseOf(versions, asked, now));
  requireEditable(now);
  const main = (await repository.main()).id;
  const onMain = await versions.published(asked.folder, main);
  const files = await load(repository, asked.files, [now, onMain]);
  if (files.some(({ name, blob }) => name !== 'index.md' && blob === undefined)) requireSizes(files.map(({ bytes }) => bytes.length));
  requireOwnFields(files, onMain);

  const { findings } = await review({ base: main, files: changesOf(asked.folder, files, onMain) });
  if (findings.some(forbidsSaving)) throw new Refusal('refused', '内容里有不能保存的文字或者文件，没有保存。按提示改好再保存。', findings);

  return repository.queue.run(async () => {
    const current = await versionNow(versions, asked.folder);
    requireVersion(current, asked.version, now);
    const draft = current?.from === 'draft' ? (current as Draft) : undefined;
    const written = await Promise.all(
      files.map(async ({ name, bytes, blob }) => ({ name, blob: blob ?? (await repository.writeBlob(bytes)) })),
    );
    const isMoved = draft !== undefined && draft.begun !== onMain?.version;
    if (draft && !isMoved && isSame(written, draft.files)) return { draft, findings };
    const tree = await repository.writeFolder(written);
    const parent = draft?.version ?? main;
    const { id } = await repository.commit({
      tree: await repository.withItem(isMoved ? main : parent, asked.folder, { mode: FOLDER_MODE, id: tree }),
      parents: isMoved ? [parent, main] : [parent],
      message: toMessage({ kind: 'save', entry: asked.folder }),
      author: person,
      isSigned: false,
    });
    await moveOrConflict(repository, versions, { folder: asked.folder, from: draft?.version, to: id, base: now });
    return { draft: (await versions.draftAt(asked.folder, id))!, findings };
  });
}

/** Moves a draft's branch. @throws Conflict when somebody moved it first */
export async function moveOrConflict(
  repository: Repository,
  versions: Versions,
  { folder, from, to, base }: { folder: string; from: string | undefined; to: string; base: EntryVersion | undefined },
): Promise<void> {
  try {
    await repository.move([{ ref: toRef(folder), from, to }]);
  } catch (error) {
    if (!(error instanceof RefMoved)) throw error;
    throw new Conflict(CHANGED, await versionNow(versions, folder), base);
  }
}

/** The entry as an editor finds it: its draft, or else what main has. */
export const versionNow = async (versions: Versions, folder: string): Promise<EntryVersion | undefined> =>
  (await versions.draft(folder)) ?? versions.published(folder);

const CHANGED = '别人已经改过这条内容，没有保存。对照两个版本，合并以后再保存。';

function requireVersion(now: EntryVersion | undefined, asked: string, base: EntryVersion | undefined) {
  if ((now?.version ?? '') === asked || (now?.from === 'draft' && isUnmovedSince((now as Draft).acts, asked))) return;
  throw new Conflict(CHANGED, now, base);
}

/** What the person began with, as far as it can still be known: an earlier save, or what main had when the draft was begun. */
async function baseOf(versions: Versions, { folder, version }: Save, now: EntryVersion | undefined): Promise<EntryVersion | undefined> {
  const draft = now?.from === 'draft' ? (now as Draft) : undefined;
  if (draft && draft.begun === version) return versions.published(folder, draft.base);
  return /^[0-9a-f]{40}$/u.test(version) ? versions.draftAt(folder, version) : undefined;
}

function requireEditable(now: EntryVersion | undefined) {
  if (now?.from !== 'draft') return;
  const last = stepsOf((now as Draft).acts).at(-1)?.kind;
  if (last === 'submit' || last === 'sign') throw new Refusal('state', '这条内容正在审核，不能修改。先收回，再修改。');
}

/** All files with their bytes. Bytes that are only named must be the entry's own. */
async function load(repository: Repository, files: readonly SaveFile[], known: readonly (EntryVersion | undefined)[]): Promise<Loaded[]> {
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

/** Index number and publication date are the office's: an editor can neither give nor change nor take them. */
function requireOwnFields(files: readonly Loaded[], onMain: EntryVersion | undefined) {
  const { bytes } = files.find(({ name }) => name === 'index.md')!;
  requireUnmarked(bytes);
  const fields = requireFields(bytes);
  const before = onMain ? requireFields(Buffer.from(onMain.text)) : {};
  for (const [field, label] of [
    ['index_number', '索引号'],
    ['published_at', '发布日期'],
  ] as const)
    if (fields[field] !== before[field]) throw new Refusal('wrong', `“${label}”由系统编定，不能修改。恢复原来的内容再保存。`);
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

const isSame = (a: readonly EntryFile[], b: readonly EntryFile[]) =>
  a.length === b.length && a.every(({ name, blob }) => b.some((other) => other.name === name && other.blob === blob));

/**
 * Gives up a draft. Its commits are kept under `refs/discarded/`, so that a slip can be mended.
 * @throws Refusal, Conflict
 */
export async function discard(
  repository: Repository,
  versions: Versions,
  person: Person,
  { folder, version }: Omit<Save, 'files'>,
): Promise<void> {
  const place = requirePlace(folder);
  if (!hasRole(person, place.unit, 'editor')) throw new Refusal('forbidden', '您不是这个单位的编辑，不能放弃这条草稿。');
  return repository.queue.run(async () => {
    const draft = await versions.draft(folder);
    if (!draft) throw new Refusal('missing', '没有这条草稿，可能已经发布或者放弃。请回列表核对。');
    requireVersion(draft, version, await versions.draftAt(folder, version));
    requireEditable(draft);
    const kept = `refs/discarded/${draft.version}`;
    const hasKept = (await repository.reader.read(kept)) !== undefined;
    await repository.move([
      { ref: toRef(folder), from: draft.version, to: undefined },
      ...(hasKept ? [] : [{ ref: kept, from: undefined, to: draft.version }]),
    ]);
  });
}
