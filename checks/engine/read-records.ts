import { spawnSync } from 'node:child_process';
import type { Source } from '../../cms/library/source.ts';
import type { ResponsibilityRecord } from '../../cms/model/record.ts';
import type { Acts, People } from '../subjects/change.ts';
import type { JudgingFiles } from './judging-files.ts';
import { peopleIn } from './people-in.ts';
import { readActs } from './read-acts.ts';
import { readRecord } from './read-record.ts';
import { recordsIn } from './records-in.ts';

/** Who may answer for what, and what the commits of a change say about it. */
export interface Responsibility {
  /** As the base has them: a change cannot appoint those who sign it. */
  people: People;
  /** Records of the change's commits, oldest first. */
  records: readonly ResponsibilityRecord[];
  /** Whether the base says that entries are signed before they are published. */
  isSigned: boolean;
  acts?: Acts;
}

/**
 * Reads who answers for a change from two sources; without a repository there are no commits that could say.
 * @param judging of the base
 */
export async function readResponsibility(base: Source, head: Source, judging: JudgingFiles): Promise<Responsibility> {
  const people = peopleIn(judging);
  const [repository, from, to] = [repositoryOf(head), base.state, head.state];
  if (repository === undefined || repositoryOf(base) === undefined) return { people, records: [], isSigned: false };
  if (!isMarked(judging)) return { people, records: [], isSigned: false };
  const messages = git(repository, ['log', '--reverse', '--format=%B%x00', `${from}..${to}`]).split('\0');
  const records = messages.flatMap(recordsIn);
  const acts = await readActs({ repository, from, to });
  return { people, records, isSigned: true, ...(acts && { acts }) };
}

const repositoryOf = ({ content }: Source) => ('repository' in content ? content.repository : undefined);

/** Whether a county says, by a field of `portal.yaml`, that its office signs. */
export const isMarked = (judging: JudgingFiles): boolean =>
  (readRecord(judging.get('portal.yaml')) as { signed_since?: unknown } | undefined)?.signed_since !== undefined;

function git(repository: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', ['-C', repository, ...args], { encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`git log failed: ${stderr}`);
  return stdout;
}
