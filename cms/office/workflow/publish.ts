import { newCorrection } from '../../model/correction.ts';
import { MAIN_ACTS, MAIN_TRAILERS, PUBLICATION_SLACK } from '../../model/main-act.ts';
import { stepsOf } from '../store/acts.ts';
import { toMinute } from '../store/clock.ts';
import { toActMessage } from '../store/commit-on-main.ts';
import { fieldsOf } from '../store/fields-of.ts';
import { GitError } from '../store/git.ts';
import { requireFields, requirePlace } from '../store/place.ts';
import { MAIN, RefMoved } from '../store/refs.ts';
import { Conflict, Refusal } from '../store/refusal.ts';
import { changesOf } from '../store/saved-files.ts';
import type { Store } from '../store/store.ts';
import { FILE_MODE, FOLDER_MODE } from '../store/tree.ts';
import { type Draft, toRef } from '../store/versions.ts';
import { type NewNumber, nextNumber, withNumber } from './numbers.ts';
import { type Progress, progressOf } from './progress.ts';

export interface Published {
  /** Where it is on main; the year is that of its publication. */
  folder: string;
  number: string;
  /** YYYY-MM-DD HH:MM in Asia/Shanghai. */
  publishedAt: string;
  /** Whether it took the place of what had been published before. */
  isUpdate: boolean;
  commit: string;
}

/** Other people's publications come between so often before one gives up. */
const TRIES = 5;

/**
 * Puts a draft that everybody has signed on main: index number, publication date, one signed commit whose trailers say who answers
 * for it, and the draft's branch gone in the same move of refs. The checks run once more, over the very bytes that are published.
 * @throws Refusal, Conflict
 */
export async function publish(store: Store, folder: string): Promise<Published> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const published = await tryPublish(store, folder);
    if (published) return published;
  }
  throw new Refusal('failed', '同时发布的人太多，没有发布。过一分钟再试。');
}

/** @returns undefined when main moved meanwhile */
async function tryPublish(store: Store, folder: string): Promise<Published | undefined> {
  const { repository, versions } = store;
  const main = await store.main();
  const draft = await versions.draft(folder);
  if (!draft) throw new Refusal('missing', '没有这条草稿，可能已经发布或者丢弃。请回列表核对。');
  const begun = repository.clock.now();
  const progress = await progressOf(store, draft);
  if (progress.owed.length > 0) throw new Refusal('state', '签字还不齐，不能发布。由有角色的人签字。');
  if (progress.publishAt !== undefined && toMinute(repository.clock.certain('发布')) < progress.publishAt)
    throw new Refusal('state', `定于 ${progress.publishAt} 发布，还没有到时间。要改时间或者取消，先退回编辑。`);
  await requireSigned(store, draft);
  const onMain = await versions.published(folder, main);
  if (onMain?.version !== draft.begun)
    throw new Conflict('这条内容在起草以后已经撤稿、下线或者另外改过，没有发布。退回编辑，由编辑再保存一次，重新提交。', onMain, draft);

  const plan = await toPlan(store, main, draft);
  if (plan.folder !== folder && (await repository.at(main, plan.folder)))
    throw new Refusal('failed', '发布年份的文件夹里已经有同名条目，没有发布。退回编辑，另建一条。');
  const own = Buffer.from(plan.text);
  const others = await Promise.all(
    draft.files
      .filter(({ name }) => name !== 'index.md')
      .map(async ({ name, blob }) => ({ name, blob, bytes: (await repository.reader.read(blob))!.bytes })),
  );
  const changes = changesOf(plan.folder, [{ name: 'index.md', bytes: own, blob: undefined }, ...others], onMain);
  const { findings } = await store.review({ base: main, files: changes });
  if (findings.some(({ severity }) => severity === 'block'))
    throw new Refusal('refused', '发布前的检查没有通过，没有发布。退回编辑，按提示改好再提交。', findings);

  return repository.queue.run(async () => {
    if ((await store.main()) !== main) return undefined;
    // The checks took so long that the date which they saw is no longer that of the publication, or what was signed may hold no more.
    if ((plan.remember || progress.emergency !== undefined) && repository.clock.now() - begun >= PUBLICATION_SLACK) return undefined;
    const written = [...others.map(({ name, blob }) => ({ name, blob })), { name: 'index.md', blob: await repository.writeBlob(own) }];
    let tree = await repository.withItem(main, plan.folder, { mode: FOLDER_MODE, id: await repository.writeFolder(written) });
    if (plan.remember)
      tree = await repository.withItem(tree, plan.remember.path, {
        mode: FILE_MODE,
        id: await repository.writeBlob(Buffer.from(plan.remember.text)),
      });
    const last = stepsOf(draft.acts).at(-1)!;
    const { id } = await repository.commit({
      tree,
      parents: [main, draft.version],
      message: toMessage(plan, progress, onMain?.text),
      author: { id: last.person, name: last.name },
      isSigned: true,
    });
    try {
      await repository.move([
        { ref: MAIN, from: main, to: id },
        { ref: toRef(folder), from: draft.version, to: undefined },
      ]);
    } catch (error) {
      if (error instanceof RefMoved) return undefined;
      throw error;
    }
    return { folder: plan.folder, number: plan.number, publishedAt: plan.publishedAt, isUpdate: onMain !== undefined, commit: id };
  });
}

interface Plan {
  folder: string;
  text: string;
  number: string;
  publishedAt: string;
  remember: NewNumber | undefined;
}

/** What will be on main. An entry that was published before keeps its number and its date. */
async function toPlan({ repository }: Store, main: string, draft: Draft): Promise<Plan> {
  const place = requirePlace(draft.folder);
  const fields = requireFields(Buffer.from(draft.text));
  const { index_number: number, published_at: publishedAt } = fields;
  if (typeof number === 'string' && typeof publishedAt === 'string')
    return { folder: draft.folder, text: draft.text, number, publishedAt, remember: undefined };
  const now = toMinute(repository.clock.certain('发布'));
  const remember = await nextNumber(repository, main, place.unit, now.slice(0, 7).replace('-', ''));
  const folder = `entries/${place.unit}/${place.type}/${now.slice(0, 4)}/${place.slug}`;
  return { folder, text: withNumber(draft.text, remember.number, now), number: remember.number, publishedAt: now, remember };
}

/** @param before the entry's file as main has it */
function toMessage(
  { folder, number, publishedAt, text }: Plan,
  { author, editors, signed, emergency }: Progress,
  before: string | undefined,
): string {
  const correction = before === undefined ? undefined : newCorrection(fieldsOf(before).correction, fieldsOf(text).correction);
  const trailers = [
    ...editors.filter((editor) => editor !== author).map((editor) => `${MAIN_TRAILERS.editedBy}: ${editor}`),
    `${MAIN_TRAILERS.indexNumber}: ${number}`,
    `${MAIN_TRAILERS.publishedAt}: ${publishedAt}`,
    ...(emergency === undefined ? [] : [`${MAIN_TRAILERS.emergency}: ${JSON.stringify(emergency)}`]),
    ...(correction === undefined ? [] : [`${MAIN_TRAILERS.correction}: ${JSON.stringify(correction)}`]),
  ];
  return toActMessage({ act: MAIN_ACTS.publish, record: { entry: folder, author, signOffs: [...signed] }, trailers });
}

/**
 * Each act but a save must bear the office's signature. A signature covers the commits before it as well, so that nobody who can
 * write in the repository can alter or replay what people did.
 */
async function requireSigned({ repository }: Store, draft: Draft): Promise<void> {
  const altered = () => new Refusal('failed', '这条草稿的签字记录被改动过，不能发布。联系信息办。');
  const acts = draft.acts.filter(({ kind }) => kind !== 'save');
  try {
    const said = await repository.git.line(['log', '--no-walk=unsorted', '--format=%H %G?', ...acts.map(({ commit }) => commit)]);
    const good = new Set(said.split('\n').flatMap((line) => (line.endsWith(' G') ? [line.slice(0, 40)] : [])));
    if (acts.some(({ commit }) => !good.has(commit))) throw altered();
  } catch (error) {
    if (error instanceof GitError) throw altered();
    throw error;
  }
}
