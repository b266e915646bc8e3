import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

/** A Git command failed. The message holds what Git said, never what it was given. */
export class GitError extends Error {
  readonly status: number | null;
  constructor(command: string, status: number | null, said: string) {
    super(`git ${command} failed (${status}): ${said.trim()}`);
    this.status = status;
  }
}

/** What an account's or a machine's settings say must not change what the office writes. */
const ENVIRONMENT = {
  ...(process.env.PATH && { PATH: process.env.PATH }),
  ...(process.env.SystemRoot && { SystemRoot: process.env.SystemRoot }),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
};

const SETTINGS = {
  'core.fsync': 'committed,derived-metadata,reference',
  'core.quotePath': 'false',
  'gc.auto': '0',
  'gpg.format': 'ssh',
};

/** Runs Git on one bare repository. */
export class Git {
  readonly repository: string;
  readonly #settings: readonly string[];
  readonly #environment: Readonly<Record<string, string>>;

  /** @param settings further ones, such as `user.signingKey` @param environment for all commands */
  constructor(repository: string, settings: Readonly<Record<string, string>> = {}, environment: Readonly<Record<string, string>> = {}) {
    this.repository = repository;
    this.#environment = environment;
    const all = { ...SETTINGS, 'safe.directory': repository, ...settings };
    this.#settings = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  }

  /** Begins a command; whoever begins it feeds it and waits for it. @param isGroup whether all that it begins can be ended with it */
  begin(
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
    { isGroup = false }: { isGroup?: boolean } = {},
  ): ChildProcessWithoutNullStreams {
    const detached = isGroup && process.platform !== 'win32';
    return spawn('git', [...this.#settings, `--git-dir=${this.repository}`, ...args], {
      env: { ...ENVIRONMENT, ...this.#environment, ...environment },
      detached,
    });
  }

  /** Runs a command to its end. @throws GitError */
  async run(args: readonly string[], input: string | Uint8Array = '', environment: Readonly<Record<string, string>> = {}): Promise<Buffer> {
    const child = this.begin(args, environment);
    const ended = outcomeOf(child, args[0] ?? '');
    child.stdin.end(input);
    return ended;
  }

  /** The same, for output that is one line. */
  async line(
    args: readonly string[],
    input: string | Uint8Array = '',
    environment: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    return (await this.run(args, input, environment)).toString('utf8').trim();
  }

  /** The same for a command that looks for something; empty when Git says by its status that there is nothing. */
  async find(args: readonly string[]): Promise<string> {
    try {
      return await this.line(args);
    } catch (error) {
      if (error instanceof GitError && error.status === 1) return '';
      throw error;
    }
  }
}

/** What a command printed, when it has ended well. @param take takes it piece by piece instead @throws GitError */
export function outcomeOf(child: ChildProcessWithoutNullStreams, command: string, take?: (chunk: Buffer) => void): Promise<Buffer> {
  const printed: Buffer[] = [];
  const said: Buffer[] = [];
  child.stdout.on('data', take ?? ((chunk: Buffer) => printed.push(chunk)));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  // One that ends before it has read everything is told by its status.
  child.stdin.on('error', () => {});
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve(Buffer.concat(printed));
      else reject(new GitError(command, status, Buffer.concat(said).toString('utf8')));
    });
  });
}
