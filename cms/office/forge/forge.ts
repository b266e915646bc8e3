/** A merge request that is open. */
export interface OpenRequest {
  number: number;
  /** Its branch, without `refs/heads/`. */
  branch: string;
}

/** That somebody agreed to a commit on the forge, and has not taken it back. */
export interface Approval {
  /** Account there. */
  account: string;
  /** The commit, or all of which it may have been one. */
  commits: readonly string[];
}

/** How it stands with a merge request. */
export interface Looked {
  approvals: Approval[];
  /** Every commit that it has shown, the newest first, of a forge whose approvals do not say which of them they are for. */
  shown?: readonly string[];
}

/** What the office asks of a forge. Each may throw a ForgeError. */
export interface Forge {
  /** Merge requests into main from branches of the repository itself. */
  requests(): Promise<OpenRequest[]>;
  open(branch: string, title: string): Promise<void>;
  look(request: OpenRequest): Promise<Looked>;
  /** Puts a new request in the place of one that has shown what is not asked about any more. */
  renew?(request: OpenRequest, title: string): Promise<void>;
}

/** The forge did not do what it was asked. The message is for people, in Chinese. */
export class ForgeError extends Error {
  /** Status of its answer; undefined when it gave none, or none that can be read. */
  readonly status: number | undefined;
  /** Whether it says that there is such a thing already. */
  readonly isThere: boolean;

  constructor(message: string, status?: number, isThere = false) {
    super(message);
    this.status = status;
    this.isThere = isThere;
  }

  /** Whether only what was asked for is refused: other things may be asked all the same. */
  get isOfOne(): boolean {
    return this.status === 409 || this.status === 422;
  }
}
