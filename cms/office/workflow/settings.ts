import { MAIN_ACTS, MAIN_TRAILERS } from '../../model/main-act.ts';
import { isOffice, type Person } from '../store/people.ts';
import { MAIN } from '../store/refs.ts';
import { Conflict, Refusal } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';
import { FILE_MODE } from '../store/tree.ts';
import { requireHarmlessReason, requireReason } from './reason.ts';

/** A file beside the entries, from the content root; without bytes it is taken away. */
export interface SettingsFile {
  path: string;
  bytes: Uint8Array | undefined;
}

/** What is written by publishing alone, and what no content is. */
const NOT_SETTINGS = /^entries\/|(?:^|\/)\./u;

/**
 * Changes what is not an entry (调整设置): units and the roles of their people, columns, the catalogue, the portal. One signed commit
 * tells who in the information office did it and why. The checks run over it first.
 * @returns the commit
 * @throws Refusal, Conflict
 */
export async function changeSettings(store: Store, person: Person, files: readonly SettingsFile[], reason: string): Promise<string> {
  const { repository } = store;
  if (!isOffice(person)) throw new Refusal('forbidden', '您不在信息办，不能调整设置。');
  requireReason('调整', reason);
  if (files.some(({ path }) => NOT_SETTINGS.test(path))) throw new Refusal('wrong', '条目要起草、签字才能发布，不在设置里改。');
  const main = await store.main();
  const changed: SettingsFile[] = [];
  for (const file of files) {
    const before = (await repository.at(main, file.path))?.bytes;
    if (file.bytes ? !before?.equals(file.bytes) : before) changed.push(file);
  }
  if (changed.length === 0) throw new Refusal('wrong', '设置没有变化，不用调整。');
  await requireHarmlessReason(store, '调整', reason);
  const { findings } = await store.review({ base: main, files: changed });
  if (findings.some(({ severity }) => severity === 'block'))
    throw new Refusal('refused', '检查没有通过，没有调整。按提示改好再办。', findings);
  return repository.queue.run(async () => {
    if ((await store.main()) !== main) throw new Conflict('内容刚才有变化，没有调整。再办一次。', undefined, undefined);
    let tree = main;
    for (const { path, bytes } of changed)
      tree = await repository.withItem(tree, path, bytes && { mode: FILE_MODE, id: await repository.writeBlob(bytes) });
    const lines = [`${MAIN_TRAILERS.changedBy}: ${person.id}`, `${MAIN_TRAILERS.settings}: ${JSON.stringify(reason)}`];
    const { id } = await repository.commit({
      tree,
      parents: [main],
      message: `${MAIN_ACTS.settings}\n\n${lines.map((line) => `${line}\n`).join('')}`,
      author: person,
      isSigned: true,
    });
    await repository.move([{ ref: MAIN, from: main, to: id }]);
    return id;
  });
}
