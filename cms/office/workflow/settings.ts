import { placeFault } from '../../library/parse.ts';
import { MAIN_ACTS, MAIN_TRAILERS } from '../../model/main-act.ts';
import { quote } from '../../model/quote.ts';
import type { ReviewFinding } from '../review.ts';
import { commitOnMain } from '../store/commit-on-main.ts';
import { isOffice, type Person } from '../store/people.ts';
import { Conflict, Refusal } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';
import { FILE_MODE } from '../store/tree.ts';
import { requireHarmlessReason, requireReason } from './reason.ts';

/** A file beside the entries, from the content root; without bytes it is taken away. */
export interface SettingsFile {
  path: string;
  bytes: Uint8Array | undefined;
  /** Id of the blob that the person has before them, empty for none; undefined where nobody looked. */
  before?: string;
}

/** What a change of settings would do. */
export interface JudgedSettings {
  /** Commit of main that it was held against. */
  main: string;
  changed: readonly SettingsFile[];
  findings: readonly ReviewFinding[];
}

/** What is written by publishing alone, and what no content is. */
const NOT_SETTINGS = /^entries\/|(?:^|\/)\./u;

/** Whether settings lie under a path. */
export const isSetting = (path: string): boolean => !NOT_SETTINGS.test(path) && placeFault(path) === undefined;

/**
 * Holds a change of settings against the checks, and does nothing.
 * @throws Refusal when the person may not, or there is nothing to do; Conflict when a file is not what the person has before them
 */
export async function judgeSettings(store: Store, person: Person, files: readonly SettingsFile[]): Promise<JudgedSettings> {
  if (!isOffice(person)) throw new Refusal('forbidden', '您不在信息办，不能调整设置。');
  if (files.some(({ path }) => NOT_SETTINGS.test(path))) throw new Refusal('wrong', '条目要起草、签字才能发布，不在设置里改。');
  for (const { path } of files) {
    const fault = placeFault(path);
    if (fault !== undefined) throw new Refusal('wrong', `${quote(path)}：${fault}`);
  }
  const main = await store.main();
  const changed: SettingsFile[] = [];
  for (const file of files) {
    const now = await store.repository.at(main, file.path);
    if (file.before !== undefined && file.before !== (now?.id ?? ''))
      throw new Conflict(`${file.path} 刚才有变化，没有调整。看过现在的内容再办。`, undefined, undefined);
    if (file.bytes ? !now?.bytes.equals(file.bytes) : now) changed.push(file);
  }
  if (changed.length === 0) throw new Refusal('wrong', '设置没有变化，不用调整。');
  const { findings } = await store.review({ base: main, files: changed });
  return { main, changed, findings };
}

/**
 * Changes what is not an entry (调整设置): units and the roles of their people, columns, the catalogue, the portal. One signed commit
 * tells who in the information office did it and why. The checks run over it first.
 * @returns the commit
 * @throws Refusal, Conflict
 */
export async function changeSettings(store: Store, person: Person, files: readonly SettingsFile[], reason: string): Promise<string> {
  const { repository } = store;
  if (isOffice(person)) requireReason('调整', reason);
  const { main, changed, findings } = await judgeSettings(store, person, files);
  await requireHarmlessReason(store, '调整', reason);
  if (findings.some(({ severity }) => severity === 'block'))
    throw new Refusal('refused', '检查没有通过，没有调整。按提示改好再办。', findings);
  return repository.queue.run(async () => {
    if ((await store.main()) !== main) throw new Conflict('内容刚才有变化，没有调整。再办一次。', undefined, undefined);
    let tree = main;
    for (const { path, bytes } of changed)
      tree = await repository.withItem(tree, path, bytes && { mode: FILE_MODE, id: await repository.writeBlob(bytes) });
    const trailers = [`${MAIN_TRAILERS.changedBy}: ${person.id}`, `${MAIN_TRAILERS.settings}: ${JSON.stringify(reason)}`];
    return (await commitOnMain(repository, main, { act: MAIN_ACTS.settings, trailers, tree, author: person })).id;
  });
}
