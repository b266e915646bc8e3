import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { SourceError } from './source.ts';

/** What a hook of another repository would have Git look at instead. */
const OURS = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_NAMESPACE', 'GIT_CONFIG'];
const execute = promisify(execFile);

/** Blobs of at most so many bytes are remembered, and of all together the latest that have no more than that. */
const [SMALL, REMEMBERED] = [100_000, 4_000_000];

const repositories = new Map<string, GitRepository>();

/** Asks Git about the objects of a repository, which never change: each question costs a process, so answers are remembered. */
export class GitRepository {
  readonly #path: string;
  readonly #found = new Map<string, readonly (string | undefined)[]>();
  readonly #blobs = new Map<string, Uint8Array | 'unreadable'>();
  #remembered = 0;

  private constructor(path: string) {
    this.#path = path;
  }

  /** The repository at a path; all who ask for it share what it remembers. */
  static at(path: string): GitRepository {
    let repository = repositories.get(path);
    if (!repository) repositories.set(path, (repository = new GitRepository(path)));
    return repository;
  }

  /**
   * Hashes of the commits and blobs that names such as `main^{commit}` or `main:portal.yaml` lead to.
   * @throws SourceError when there is no Git on this machine
   */
  find(names: readonly string[]): (string | undefined)[] {
    const key = names.join('\n');
    const known = this.#found.get(key);
    if (known) return [...known];
    const found = this.#check(names).map((line) => /^([0-9a-f]+) (?:commit|blob) /u.exec(line)?.[1]);
    // A branch can move, and what is not there can come; what a hash names stays.
    if (found[0] !== undefined && names.every((name) => /^[0-9a-f]{40,}[:^]/u.test(name))) this.#found.set(key, found);
    return found;
  }

  /** Whether there is a repository here, and a commit in it. */
  standing(): 'missing' | 'empty' | 'filled' {
    try {
      return this.run(['rev-list', '--max-count=1', '--all']).length === 0 ? 'empty' : 'filled';
    } catch {
      return 'missing';
    }
  }

  /** Bytes of blobs by their names, in the order given. */
  *blobs(names: readonly string[]): Generator<Uint8Array | 'unreadable'> {
    const known = names.map((name) => this.#blobs.get(name));
    if (known.every((bytes) => bytes !== undefined)) return yield* known;
    const output = this.run(['cat-file', '--batch'], toLines(names));
    let at = 0;
    for (const name of names) {
      const end = output.indexOf(10, at);
      const [, kind, size] = /^[0-9a-f]+ (\w+) (\d+)$/u.exec(output.toString('latin1', at, end)) ?? [];
      at = end + 1;
      if (size === undefined) {
        // What the tree of a commit does not have it never will.
        if (/^[0-9a-f]{40,}:/u.test(name)) this.#remember(name, 'unreadable');
        yield 'unreadable';
        continue;
      }
      const bytes = output.subarray(at, at + Number(size));
      at += Number(size) + 1;
      if (kind === 'blob') this.#remember(name, bytes);
      yield kind === 'blob' ? bytes : 'unreadable';
    }
  }

  /** Sizes of blobs in bytes, by their hash. */
  sizesOf(blobs: readonly string[]): Map<string, number> {
    return new Map(
      this.#check(blobs).map((line) => {
        const [hash = '', , size = '0'] = line.split(' ');
        return [hash, Number(size)];
      }),
    );
  }

  /** What a command of Git writes. */
  run(args: readonly string[], input?: string): Buffer {
    return execFileSync('git', ['-C', this.#path, ...args], {
      input,
      maxBuffer: 2 ** 31 - 1,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.includes(name))),
    });
  }

  /** The same, while this process goes on with other work. */
  async runAside(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Buffer> {
    const env = { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.includes(name))), ...environment };
    const { stdout } = await execute('git', ['-C', this.#path, ...args], { encoding: 'buffer', maxBuffer: 2 ** 31 - 1, env });
    return stdout;
  }

  /** A line for each name: `hash kind size`, or that there is no such object. */
  #check(names: readonly string[]): string[] {
    try {
      return this.run(['cat-file', '--batch-check'], toLines(names)).toString('utf8').split('\n').slice(0, names.length);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new SourceError('这台机器上没有 git。装好 git 再运行。');
      return names.map(() => '');
    }
  }

  /** Keeps a copy of its own: the bytes are part of a larger answer. What was learnt first is forgotten first. */
  #remember(name: string, answer: Uint8Array | 'unreadable') {
    if (answer.length > SMALL) return;
    this.#blobs.set(name, answer === 'unreadable' ? answer : new Uint8Array(answer));
    this.#remembered += answer.length;
    for (const [oldest, { length }] of this.#blobs) {
      if (this.#remembered <= REMEMBERED) return;
      this.#blobs.delete(oldest);
      this.#remembered -= length;
    }
  }
}

/** Git takes a name a line; one with a line end in it names nothing. */
const toLines = (names: readonly string[]) => names.map((name) => `${name.replaceAll('\n', ' ')}\n`).join('');
