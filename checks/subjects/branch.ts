/** Commits that one branch may bring, and files in them. No more of them are looked into. */
export const [MOST_COMMITS, MOST_FILES] = [2000, 10_000];

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
  /** Whether the commit that has it bears the signature of the office. */
  isSigned?: boolean;
  /** Name of a file beside it that some computers take for the same. */
  twin?: string;
}
