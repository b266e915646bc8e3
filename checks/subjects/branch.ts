/** Commits that one branch may bring. No more of them are looked into. */
export const MOST_COMMITS = 2000;

/** What a branch would bring into the repository: every file of every one of its commits, known before any of it is read. */
export interface Branch {
  commits: number;
  files: readonly BranchFile[];
}

export interface BranchFile {
  /** From the content root; `../` leads out of it. */
  path: string;
  kind: 'file' | 'link' | 'submodule';
  /** In bytes. */
  size: number;
  /** Name of a file beside it that some computers take for the same. */
  twin?: string;
}
