import type { GitRepository } from './git-repository.ts';

/** A file that a commit put into the repository. */
export interface CommittedFile {
  commit: string;
  /** From the repository's top; what is not UTF-8 in it is `UNREADABLE_NAME`. */
  path: string;
  kind: 'file' | 'link' | 'submodule';
  /** What it holds; of a submodule, a commit of another repository. */
  blob: string;
  /** In bytes. */
  size: number;
}

/**
 * Every file that these commits put in or changed, whatever it is and is called, also when a later one takes it away again; of
 * a merge, what none of its parents has.
 */
export function committedFiles(git: GitRepository, commits: readonly string[]): CommittedFile[] {
  if (commits.length === 0) return [];
  const args = ['diff-tree', '--stdin', '-r', '-c', '--root', '--no-renames', '--no-abbrev', '-z'];
  const found = [
    ...read(
      git
        .run(args, `${commits.join('\n')}\n`)
        .toString('utf8')
        .split('\0'),
    ),
  ];
  const sizes = git.sizesOf([...new Set(found.filter(({ kind }) => kind !== 'submodule').map(({ blob }) => blob))]);
  return found.map((file) => ({ ...file, size: sizes.get(file.blob) ?? 0 }));
}

/** A commit's name, and then in turn what became of a file and its path. */
function* read(words: readonly string[]): Generator<CommittedFile> {
  let commit = '';
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (!word.startsWith(':')) {
      commit = word;
      continue;
    }
    const parents = word.lastIndexOf(':') + 1;
    const parts = word.slice(parents).split(' ');
    const path = words[++at]!;
    const kind = KINDS[parts[parents]!];
    if (kind) yield { commit, path, kind, blob: parts[2 * parents + 1]!, size: 0 };
  }
}

/** By Git's mode; of what was taken away there is none. */
const KINDS: Record<string, CommittedFile['kind']> = { 100644: 'file', 100755: 'file', 120000: 'link', 160000: 'submodule' };
