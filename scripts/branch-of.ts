import type { BranchToReview } from '../checks/engine/review-change.ts';
import { MOST_COMMITS } from '../checks/subjects/branch.ts';
import { GitRepository } from '../cms/library/git-repository.ts';
import { Revision } from '../cms/library/revision.ts';
import { SourceError } from '../cms/library/source.ts';

/**
 * A branch with its commits, one more at most than may be judged.
 * @param isPush whether it is about to come into the repository, so that only what is not in it yet is to be judged
 * @throws SourceError for a revision that is not there, and for a branch that began nowhere
 */
export function branchOf(
  repository: string,
  { base, head, isPush = false }: { base: string; head: string; isPush?: boolean },
): BranchToReview {
  const [from, to] = [new Revision(repository, base), new Revision(repository, head)];
  const git = GitRepository.at(repository);
  const list = (...known: string[]) =>
    git
      .run(['rev-list', '--topo-order', `--max-count=${MOST_COMMITS + 1}`, to.state, ...known])
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .reverse();
  const since = mergeBase(git, from.state, to.state);
  const commits = list(`^${from.state}`);
  return { repository, base: from, head: to, since, commits, fresh: isPush ? list('--not', '--branches') : commits };
}

function mergeBase(git: GitRepository, from: string, to: string): string {
  try {
    return git.run(['merge-base', from, to]).toString('utf8').trim();
  } catch {
    throw new SourceError('这个分支和 main 没有共同的历史，没法比较。从 main 重新建分支。');
  }
}
