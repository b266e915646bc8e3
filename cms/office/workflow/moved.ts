import { MAIN_TRAILERS } from '../../model/main-act.ts';
import { toMinute } from '../store/clock.ts';
import { MAIN } from '../store/refs.ts';
import type { Store } from '../store/store.ts';
import type { Draft } from '../store/versions.ts';

/** What became of an entry on main while somebody had a draft of it. */
export interface Moved {
  /** What was done, by whom, when and why: one sentence. */
  words: string;
  /** Whether the draft has been saved since, so that it can be published. */
  isSettled: boolean;
}

/** @returns undefined when main has still what the draft was begun on */
export async function movedOf({ repository, versions }: Store, draft: Draft): Promise<Moved | undefined> {
  const isSettled = (await versions.published(draft.folder))?.version === draft.begun;
  if (isSettled && draft.acts.every(({ onto }) => onto === undefined)) return undefined;
  const { withdraw, takeDown, merge } = MAIN_TRAILERS;
  const reason = (name: string) => `%(trailers:key=${name},valueonly,separator=%x2C)`;
  const line = await repository.git.line([
    ...['log', '-1', '--first-parent', `--format=%an%x00%at%x00${reason(withdraw)}%x00${reason(takeDown)}%x00${reason(merge)}`],
    ...[`${draft.acts[0]!.parent}..${MAIN}`, '--', `${repository.root}${draft.folder}`],
  ]);
  const [by = '', at = '', withdrawn = '', takenDown = '', merged = ''] = line.split('\0');
  const head = `这条内容已由${by}于${toMinute(Number(at))}`;
  if (withdrawn !== '') return { words: `${head}撤稿，原因是“${JSON.parse(withdrawn)}”。`, isSettled };
  if (takenDown !== '') return { words: `${head}下线，原因是“${JSON.parse(takenDown)}”。`, isSettled };
  if (merged !== '') return { words: `${head}并入另一条，原因是“${JSON.parse(merged)}”。`, isSettled };
  return {
    words: by === '' ? '网上的这条内容在起草以后另外改过。' : `网上的这条内容已由${by}于${toMinute(Number(at))}另外改过。`,
    isSettled,
  };
}
