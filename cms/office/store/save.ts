import { forbidsSaving, type Review, type ReviewFinding } from '../review.ts';
import { isSameTextSince, isUnmovedSince, stepsOf, toMessage } from './acts.ts';
import { toMinute } from './clock.ts';
import { hasRole, type Person } from './people.ts';
import { requireHarmless, requireNames, requirePlace, requireSizes } from './place.ts';
import { RefMoved } from './refs.ts';
import { Conflict, Refusal } from './refusal.ts';
import type { Repository } from './repository.ts';
import { changesOf, isSame, load, requireOwnFields, type SaveFile } from './saved-files.ts';
import { FOLDER_MODE } from './tree.ts';
import { type Draft, type EntryVersion, toRef, type Versions } from './versions.ts';

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

/**
 * Saves a draft as one commit by the person. Nothing is written anywhere before the checks have passed. When main has another
 * version of the entry than the draft was begun on (it was withdrawn, or taken down), the save takes the draft over to main. A save
 * on a draft that was discarded, by somebody who knows that it was, takes it up again.
 * @throws Refusal, Conflict
 */
export async function save(repository: Repository, versions: Versions, review: Review, person: Person, asked: Save): Promise<Saved> {
  const place = requirePlace(asked.folder);
  if (!hasRole(person, place.unit, 'editor')) throw new Refusal('forbidden', '您不是这个单位的编辑，不能修改这条内容。');
  requireNames(asked.files.map(({ name }) => name));
  requireHarmless(asked.files.flatMap((file) => ('bytes' in file ? [file.name] : [])));
  const now = await versionFor(versions, asked);
  if (!hasText(now, asked.version))
    throw (
      (await discardedMeanwhile(repository, versions, asked, now)) ??
      new Conflict(now ? CHANGED : GONE, now, await baseOf(versions, asked, now))
    );
  requireEditable(now, asked.version);
  const main = (await repository.main()).id;
  const onMain = await versions.published(asked.folder, main);
  const files = await load(repository, asked.files, [now, onMain]);
  if (files.some(({ name, blob }) => name !== 'index.md' && blob === undefined)) requireSizes(files.map(({ bytes }) => bytes.length));
  requireOwnFields(files, onMain);

  const { findings } = await review({ base: main, files: changesOf(asked.folder, files, onMain) });
  if (findings.some(forbidsSaving)) throw new Refusal('refused', '内容里有不能保存的文字或者文件，没有保存。按提示改好再保存。', findings);

  return repository.queue.run(async () => {
    const current = await versionFor(versions, asked);
    if (!hasText(current, asked.version)) throw new Conflict(CHANGED, current, now);
    requireEditable(current, asked.version);
    const draft = current?.from === 'draft' ? (current as Draft) : undefined;
    const written = await Promise.all(
      files.map(async ({ name, bytes, blob }) => ({ name, blob: blob ?? (await repository.writeBlob(bytes)) })),
    );
    const isMoved = draft !== undefined && draft.begun !== onMain?.version;
    const wasDiscarded = isDiscarded(draft);
    if (draft && !isMoved && !wasDiscarded && isSame(written, draft.files)) return { draft, findings };
    const tree = await repository.writeFolder(written);
    const parent = draft?.version ?? main;
    const { id } = await repository.commit({
      tree: await repository.withItem(isMoved ? main : parent, asked.folder, { mode: FOLDER_MODE, id: tree }),
      parents: isMoved ? [parent, main] : [parent],
      message: toMessage({ kind: 'save', entry: asked.folder }),
      author: person,
      isSigned: false,
    });
    await moveOrConflict(repository, versions, {
      folder: asked.folder,
      from: wasDiscarded ? undefined : draft?.version,
      to: id,
      base: now,
    });
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
    throw new Conflict(CHANGED, await versionFor(versions, { folder, version: '' }), base);
  }
}

/** The entry as an editor finds it: its draft, or else what main has. @param version the end of a draft that was discarded, to go on from that */
export async function versionFor(versions: Versions, { folder, version }: Omit<Save, 'files'>): Promise<EntryVersion | undefined> {
  const draft = await versions.draft(folder);
  if (draft) return draft;
  const discarded = await versions.draftAt(folder, version);
  return isDiscarded(discarded) ? discarded : versions.published(folder);
}

const isDiscarded = (draft: Draft | undefined) => draft?.acts.at(-1)?.kind === 'discard';

const CHANGED = '别人已经改过这条内容，没有保存。对照两个版本，合并以后再保存。';
const GONE = '这条内容已经发布、下线或者移走，没有保存。把写好的文字复制出来，回列表找到这一条再改；找不到的，另建一条。';

/** Whether the entry has still the text that the person began with, whatever else was done with it. */
const hasText = (now: EntryVersion | undefined, asked: string): boolean =>
  (now?.version ?? '') === asked || (now?.from === 'draft' && isSameTextSince((now as Draft).acts, asked));

/** Tells who discarded the draft that the person has before them; undefined when nobody did, or main has gone on since. */
async function discardedMeanwhile(
  { git }: Repository,
  versions: Versions,
  { folder, version }: Save,
  now: EntryVersion | undefined,
): Promise<Conflict | undefined> {
  const before = now?.from === 'draft' ? undefined : await versions.draftAt(folder, version);
  if (!before) return undefined;
  const newest = ['--sort=-creatordate', '--count=1', `--contains=${version}`, '--format=%(objectname)'];
  const discarded = await versions.draftAt(folder, await git.line(['for-each-ref', ...newest, 'refs/discarded/']));
  if (!discarded || !isDiscarded(discarded) || discarded.begun !== now?.version) return undefined;
  const { name, at } = discarded.acts.at(-1)!;
  return new Conflict(`${name}已于${toMinute(at)}丢弃这份稿件，没有保存。`, discarded, before);
}

/** What the person began with, as far as it can still be known: an earlier save, or what main had when the draft was begun. */
async function baseOf(versions: Versions, { folder, version }: Save, now: EntryVersion | undefined): Promise<EntryVersion | undefined> {
  const draft = now?.from === 'draft' ? (now as Draft) : undefined;
  if (draft && draft.begun === version) return versions.published(folder, draft.base);
  return /^[0-9a-f]{40}$/u.test(version) ? versions.draftAt(folder, version) : undefined;
}

/** @throws Refusal when the draft is under review */
export function requireEditable(now: EntryVersion | undefined, asked: string) {
  if (now?.from !== 'draft') return;
  const { acts } = now as Draft;
  const steps = stepsOf(acts);
  const last = steps.at(-1)?.kind;
  if (last !== 'submit' && last !== 'sign') return;
  if (now.version === asked || isUnmovedSince(acts, asked)) throw new Refusal('state', '这条内容正在审核，不能修改。先收回，再修改。');
  const name = steps.findLast(({ kind }) => kind === 'submit')?.name;
  throw new Refusal('state', `${name}已经提交审核，没有保存。另开一页把稿件收回，再回到这里保存；文字还留在这一页上。`);
}
