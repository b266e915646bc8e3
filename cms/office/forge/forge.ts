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
  commit: string;
}

/** What the office asks of a forge. Each may throw a ForgeError. */
export interface Forge {
  /** Merge requests into main from branches of the repository itself. */
  requests(): Promise<OpenRequest[]>;
  open(branch: string, title: string): Promise<void>;
  /** Approvals that name the commit that they are for; those of a forge that names none are left out. */
  approvals(request: OpenRequest): Promise<Approval[]>;
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
