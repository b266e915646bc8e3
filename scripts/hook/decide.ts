import type { GitRepository } from '../../cms/library/git-repository.ts';
import { quote } from '../../cms/model/quote.ts';
import { DISCARDED, DRAFTS, MAIN } from '../../cms/office/store/refs.ts';

/** A ref that a push would move; no `from` makes it, no `to` takes it away. */
export interface RefUpdate {
  ref: string;
  from?: string;
  to?: string;
}

/** What becomes of it: a refusal in Chinese, or what its commits are held to. */
export type Decision = { refused: string } | { heldTo: 'main' | 'draft' | 'discarded'; head: string } | 'allowed';

/** Branches that Decap makes on a forge. It begins them anew on a newer main by itself. */
const DECAP = 'refs/heads/cms';

/** Decides by its name and direction alone whether a ref may be moved so. @param updates all that the push would move */
export function decide(git: GitRepository, { ref, from, to }: RefUpdate, updates: readonly RefUpdate[]): Decision {
  if (ref === MAIN) {
    if (to === undefined) return { refused: '不能删除 main。' };
    if (from === undefined) return { refused: '仓库里还没有 main，没有可以依据的规则和人员。先在服务器上用内容建好仓库，再接收推送。' };
    if (!isAncestor(git, from, to)) return { refused: 'main 只能往前走，不能改写发布过的历史。先取得现在的 main，再接着提交。' };
    return { heldTo: 'main', head: to };
  }
  if (ref.startsWith(`${DISCARDED}/`))
    return from === undefined && to !== undefined && ref === `${DISCARDED}/${to}`
      ? { heldTo: 'discarded', head: to }
      : { refused: '丢弃的草稿由办公平台存放，不能改，也不能删。' };
  const [isDraft, isDecap] = [ref.startsWith(`${DRAFTS}/`), ref.startsWith(`${DECAP}/`)];
  if (!isDraft && !isDecap)
    return { refused: `不接收 ${quote(ref, 60)}。只接收 main 和草稿分支，草稿分支的名称以 drafts/ 或者 cms/ 开头；标签一律不收。` };
  const isKept = isDecap || from === undefined || keeps(git, from, updates);
  if (to === undefined) return isKept ? 'allowed' : { refused: '这个草稿还没有发布，不能删除。不要了的，在办公平台里丢弃。' };
  if (from !== undefined && !isKept && !isAncestor(git, from, to))
    return { refused: '不能强制推送：草稿的历史是审签的记录。在原来的提交后面接着改，或者另起一个分支。' };
  return { heldTo: 'draft', head: to };
}

/** Whether a draft's commits stay when its branch goes: on main, or as the office keeps what was given up. */
function keeps(git: GitRepository, commit: string, updates: readonly RefUpdate[]): boolean {
  const coming = updates.flatMap(({ ref, to }) => (to !== undefined && (ref === MAIN || ref.startsWith(`${DISCARDED}/`)) ? [to] : []));
  if (coming.some((to) => isAncestor(git, commit, to))) return true;
  return git.run(['for-each-ref', '--count=1', `--contains=${commit}`, MAIN, DISCARDED]).length > 0;
}

function isAncestor(git: GitRepository, earlier: string, later: string): boolean {
  try {
    git.run(['merge-base', '--is-ancestor', earlier, later]);
    return true;
  } catch {
    return false;
  }
}
