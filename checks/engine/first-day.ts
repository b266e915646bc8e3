import { spawnSync } from 'node:child_process';
import type { Source } from '../../cms/library/source.ts';

/**
 * The first day on which what a change publishes can have been published: the day of its commit, or, of several commits, the
 * day of their base; today where there are no commits. YYYY-MM-DD in Asia/Shanghai, never after today.
 */
export function firstDayOf(base: Source, head: Source, today: string): string {
  if (!('repository' in head.content) || !('repository' in base.content)) return today;
  const args = ['-C', head.content.repository, 'show', '-s', '--format=%ct %P', base.state, head.state];
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  if (status !== 0) return today;
  const [from, to = from] = stdout.trim().split('\n');
  const isOne = to!.split(' ').includes(base.state);
  // Whoever makes a commit chooses its time, which is never before that of what it follows.
  const day = [dayOf(from!), dayOf(isOne ? to! : from!)].sort()[1]!;
  return [day, today].sort()[0]!;
}

const dayOf = (commit: string): string =>
  new Date(Number.parseInt(commit, 10) * 1000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
