import { type ResponsibilityRecord, toTrailers } from '../../model/record.ts';
import type { Signing } from './office-key.ts';
import { MAIN } from './refs.ts';
import type { NewCommit, Repository } from './repository.ts';

/** How an act tells of itself. */
export interface ActWords {
  /** What it is called. */
  act: string;
  /** Entry, author and sign-offs, when it is about an entry. */
  record?: ResponsibilityRecord;
  /** What else it says, `Name: value`. */
  trailers: readonly string[];
}

/** An act on main, by the person who answers for it. */
export interface ActOnMain extends ActWords, Pick<NewCommit, 'author'> {
  /** The tree of main afterwards; without one nothing changes but the history. */
  tree?: string;
  /** Another key that signs instead of the office's. */
  key?: Signing;
}

/** The message of a commit on main. */
export const toActMessage = ({ act, record, trailers }: ActWords): string =>
  `${act}\n\n${record ? toTrailers(record) : ''}${trailers.map((line) => `${line}\n`).join('')}`;

/**
 * Moves main by one signed commit that tells an act.
 * @param main the commit that main must still be at
 * @returns the commit and its time
 * @throws RefMoved
 */
export async function commitOnMain(
  repository: Repository,
  main: string,
  { author, tree, key, ...words }: ActOnMain,
): Promise<{ id: string; at: number }> {
  const commit = await repository.commit({
    tree: tree ?? (await repository.reader.read(`${main}^{tree}`))!.id,
    parents: [main],
    message: toActMessage(words),
    author,
    isSigned: true,
    ...(key && { key }),
  });
  await repository.move([{ ref: MAIN, from: main, to: commit.id }]);
  return commit;
}
