import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { type Git, GitError } from './git.ts';
import type { OfficeLock } from './office-lock.ts';
import { identityOf } from './process-identity.ts';

/** A ref's new value: undefined takes it away. `from` is what it must be before: undefined for not there. */
export interface RefChange {
  ref: string;
  from: string | undefined;
  to: string | undefined;
}

export const MAIN = 'refs/heads/main';
export const DRAFTS = 'refs/heads/drafts';
/** What was given up is kept here, each under the name of its last commit. */
export const DISCARDED = 'refs/discarded';
const NONE = '0'.repeat(40);

/** Somebody moved a ref first. */
export class RefMoved extends Error {}

/** Moves refs through one long-lived `git update-ref`, one transaction at a time. */
export class RefMover {
  readonly #git: Git;
  readonly #lock: OfficeLock;
  #child: ChildProcessWithoutNullStreams | undefined;
  #identity = '';

  constructor(git: Git, lock: OfficeLock) {
    this.#git = git;
    this.#lock = lock;
  }

  /** Moves all of these refs or none. @throws RefMoved when one was not what it had to be */
  async move(changes: readonly RefChange[]): Promise<void> {
    const child = (this.#child ??= this.#start());
    const lines = changes.map(({ ref, from, to }) =>
      to === undefined ? `delete ${ref}\0${from ?? ''}\0` : `update ${ref}\0${to}\0${from ?? NONE}\0`,
    );
    this.#lock.begin({ process: this.#identity, locks: locksOf(changes) });
    try {
      await commit(child, `start\0${lines.join('')}prepare\0commit\0`);
    } catch (error) {
      this.#child = undefined;
      if (error instanceof GitError && MOVED.test(error.message)) throw new RefMoved(error.message);
      throw error;
    } finally {
      this.#lock.end();
    }
  }

  close() {
    this.#child?.stdin.end();
    this.#child = undefined;
  }

  #start(): ChildProcessWithoutNullStreams {
    const child = this.#git.begin(['update-ref', '--stdin', '-z']);
    this.#identity = identityOf(child.pid ?? 0) ?? '';
    child.stdin.on('error', () => {});
    child.on('error', () => {});
    return child;
  }
}

const MOVED = /is at [0-9a-f]+ but expected|reference already exists|unable to resolve reference|reference is missing but expected/u;

/** Gives the process one transaction and waits until it says that it is done, or dies of it. */
function commit(child: ChildProcessWithoutNullStreams, transaction: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = '';
    let said = '';
    const onPrinted = (chunk: Buffer) => {
      printed += chunk.toString('latin1');
      if (printed.endsWith('commit: ok\n')) end(resolve);
    };
    const onSaid = (chunk: Buffer) => {
      said += chunk.toString('utf8');
    };
    const onClose = (status: number | null) => end(() => reject(new GitError('update-ref', status, said)));
    const end = (settle: () => void) => {
      child.stdout.off('data', onPrinted);
      child.stderr.off('data', onSaid);
      child.off('close', onClose);
      settle();
    };
    child.stdout.on('data', onPrinted);
    child.stderr.on('data', onSaid);
    child.on('close', onClose);
    if (child.exitCode !== null || child.signalCode !== null) onClose(child.exitCode);
    else child.stdin.write(transaction);
  });
}

/** Lock files that Git makes while it moves refs, from the repository's top. */
const locksOf = (changes: readonly RefChange[]): string[] => [
  ...changes.map(({ ref }) => `${ref}.lock`),
  ...(changes.some(({ ref }) => ref === MAIN) ? ['HEAD.lock'] : []),
  ...(changes.some(({ to }) => to === undefined) ? ['packed-refs.lock'] : []),
];
