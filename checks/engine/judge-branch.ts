import { committedFiles } from '../../cms/library/committed-files.ts';
import { GitRepository } from '../../cms/library/git-repository.ts';
import { toFolder } from '../../cms/library/read-entry.ts';
import type { Revision } from '../../cms/library/revision.ts';
import { quote } from '../../cms/model/quote.ts';
import type { Finding } from '../finding.ts';
import plainFiles from '../rules/responsibility/plain-files/plain-files.ts';
import { type Branch, type BranchFile, MOST_COMMITS, MOST_FILES } from '../subjects/branch.ts';
import { runRule } from './run-rule.ts';

/** A file of a branch, with the commit that has it and its blob. */
export type CommittedContent = BranchFile & { commit: string; blob: string };

/**
 * Everything that these commits of a branch bring, by paths from the content root. Of a file that stays the same, the first.
 * @param signed commits that bear the signature of the office
 */
export function readBranch(
  { repository, head }: { repository: string; head: Revision },
  commits: readonly string[],
  signed: ReadonlySet<string>,
): { commits: number; files: CommittedContent[] } {
  const seen = new Set<string>();
  const files: CommittedContent[] = [];
  for (const { path, kind, size, blob, commit } of committedFiles(GitRepository.at(repository), commits.slice(0, MOST_COMMITS))) {
    const key = `${path}\0${kind}\0${blob}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const below = path.startsWith(head.root) ? path.slice(head.root.length) : `../${path}`;
    files.push({ path: below, kind, size, blob, commit, isSigned: signed.has(commit) });
  }
  if (files.length > MOST_FILES) return { commits: commits.length, files };
  const folders = new Set(files.map(({ path }) => folderOf(path)).filter((folder) => PLAIN.test(folder)));
  const names = Map.groupBy([...new Set([...files.map(({ path }) => path), ...head.pathsIn([...folders])])], toPlain);
  const twinOf = (path: string) => names.get(toPlain(path))?.find((other) => other !== path);
  return { commits: commits.length, files: files.map((file) => withTwin(file, twinOf(file.path))) };
}

/** What the rules on branches have against one. Names that tell too much are not repeated. */
export const judgeBranch = (branch: Branch): Finding[] =>
  runRule(plainFiles, branch, { file: '', sha256: '' }).map(({ finding }) => ({ ...finding, file: toSeemly(finding.file) }));

/** Folders that content has; Git would take some other names for options. */
const PLAIN = /^[a-z0-9][a-z0-9/-]*$/u;

const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** A path as a file system knows it that minds neither case nor how characters are put together. */
const toPlain = (path: string) => path.normalize('NFC').toLowerCase();

const withTwin = (file: CommittedContent, twin: string | undefined): CommittedContent =>
  twin === undefined ? file : { ...file, twin: twin.slice(twin.lastIndexOf('/') + 1) };

/** No rule has looked at these names for what must not be seen; the folder of an entry tells nothing. */
function toSeemly(path: string): string {
  const folder = toFolder(folderOf(path))?.path;
  return folder === undefined ? quote(path, 120) : `${folder}/${quote(path.slice(folder.length + 1), 60)}`;
}
