import { Queue } from '../../library/queue.ts';
import { toSetBack } from '../../model/main-act.ts';
import { Clock } from './clock.ts';
import { Git, GitError } from './git.ts';
import { openChainKey } from './key-of-chain.ts';
import { clearLocks } from './left-locks.ts';
import { makeRepository, OFFICE, type OfficeName, refusePushes } from './make-repository.ts';
import { type GitObject, ObjectReader } from './object-reader.ts';
import { ObjectWriter } from './object-writer.ts';
import { allowedOf, type OfficeKey, type Signing, sign } from './office-key.ts';
import { OfficeLock } from './office-lock.ts';
import { looseObjects, pack } from './pack.ts';
import { MAIN, type RefChange, RefMoved, RefMover } from './refs.ts';
import { Refusal } from './refusal.ts';
import { takeOver } from './take-over.ts';
import { FILE_MODE, replaceIn, toTree, toTreeName } from './tree.ts';

export interface RepositoryOptions {
  /** Path of the bare repository. */
  repository: string;
  /** Content folder that a repository is made from when there is none yet. */
  content?: string;
  /** Path of the office's SSH key, made when there is none and nothing was signed yet. */
  key: string;
  /** Whether the key is lost or no good any more: what is opened is the new one that is to replace it. */
  isKeyLost?: boolean;
  /** Host name of the portal, for the addresses in commits. */
  host: string;
  /** Milliseconds since 1970: the machine's clock, another one in tests only. */
  clock?: () => number;
  /** Whether people have found the machine's clock right although the repository has later commits. It is remembered of those. */
  isClockRight?: boolean;
}

export interface NewCommit {
  tree: string;
  parents: readonly string[];
  message: string;
  /** Account and name of the person whose act it is. */
  author: { id: string; name: string };
  /** Whether the office signs it with its key. */
  isSigned: boolean;
  /** Another key that signs instead. */
  key?: Signing;
}

/** Of all times in commits: that of the county. */
export const ZONE = '+0800';

/** Loose objects that are worth packing. */
const MUCH = 2000;

/** The bare repository that only the office writes: objects in, refs moved, one piece of work at a time. */
export class Repository {
  readonly path: string;
  readonly reader: ObjectReader;
  /** Everything that moves a ref goes through it. */
  readonly queue = new Queue();
  readonly clock: Clock;
  readonly key: OfficeKey;
  /** Folder of the content root, with a final `/`; empty for the top. */
  readonly root: string;
  readonly git: Git;
  readonly #writer: ObjectWriter;
  readonly #refs: RefMover;
  readonly #lock: OfficeLock;
  readonly #host: string;
  readonly #listeners: ((changes: readonly RefChange[]) => void)[] = [];

  private constructor(git: Git, lock: OfficeLock, reader: ObjectReader, root: string, clock: Clock, key: OfficeKey, host: string) {
    this.path = git.repository;
    this.git = git;
    this.reader = reader;
    this.#writer = new ObjectWriter(git.repository);
    this.#refs = new RefMover(git, lock);
    this.root = root;
    this.clock = clock;
    this.key = key;
    this.#lock = lock;
    this.#host = host;
  }

  /** Opens the repository, makes it if need be, and takes away what a dead office left locked. @throws Refusal when it cannot be opened */
  static async open({
    repository,
    content,
    key: keyPath,
    isKeyLost = false,
    host,
    clock = Date.now,
    isClockRight = false,
  }: RepositoryOptions): Promise<Repository> {
    const office = toOfficeName(host);
    if (content !== undefined) await makeRepository(repository, content, office, Math.floor(clock() / 1000));
    let lock: OfficeLock | undefined;
    try {
      lock = new OfficeLock(repository);
      await clearLocks(repository, lock);
      refusePushes(repository);
      new ObjectWriter(repository).clear();
      const git = new Git(repository, { 'gpg.ssh.allowedSignersFile': allowedOf(keyPath) });
      const newest = await newestTime(git, Math.floor(clock() / 1000), isClockRight);
      const reader = new ObjectReader(git);
      const isTop = (await reader.read(`${MAIN}:portal.yaml`)) !== undefined;
      if (!isTop && !(await reader.read(`${MAIN}:content/portal.yaml`))) {
        reader.close();
        throw new Refusal('failed', `仓库 ${repository} 的 main 里没有 portal.yaml，不是内容库。核对路径。`);
      }
      const key = await openChainKey(git, (await reader.read(MAIN))!, keyPath, office.mail, isKeyLost).catch((error: unknown) => {
        reader.close();
        throw error;
      });
      const opened = new Repository(git, lock, reader, isTop ? '' : 'content/', new Clock(newest, clock), key, host);
      await takeOver(opened);
      return opened;
    } catch (error) {
      lock?.close();
      throw toFailure(error);
    }
  }

  /** Waits for what is under way and gives the repository free. */
  async close(): Promise<void> {
    await this.queue.settle();
    this.reader.close();
    this.#refs.close();
    this.#lock.close();
  }

  /** The commit that main is at. */
  async main(): Promise<GitObject> {
    const commit = await this.reader.read(MAIN);
    if (!commit) throw new Refusal('failed', '仓库里没有 main。从备份恢复仓库。');
    return commit;
  }

  /** What lies at a path of the content root in a revision. */
  at(revision: string, path: string): Promise<GitObject | undefined> {
    return this.reader.read(`${revision}:${this.root}${path}`);
  }

  /** Writes bytes that have passed the checks. @returns id of the blob */
  writeBlob(bytes: Uint8Array): Promise<string> {
    return this.#say(this.#writer.write('blob', bytes));
  }

  /** Writes a folder of files. @returns id of its tree */
  writeFolder(files: readonly { name: string; blob: string }[]): Promise<string> {
    const items = files.map(({ name, blob }) => ({ mode: FILE_MODE, name: toTreeName(name), id: blob }));
    return this.#say(this.#writer.write('tree', toTree(items)));
  }

  /** The tree of a revision with what lies at a path of the content root replaced, or taken away. @returns its id */
  async withItem(revision: string, path: string, item: { mode: string; id: string } | undefined): Promise<string> {
    const before = (await this.reader.read(`${revision}^{tree}`))!.id;
    const io = { reader: this.reader, writer: this.#writer };
    return (await this.#say(replaceIn(io, before, `${this.root}${path}`.split('/'), item)))!;
  }

  /** The office's address in commits. */
  get mail(): string {
    return toOfficeName(this.#host).mail;
  }

  /** Writes a commit; nothing points to it yet. Its time is never before that of anything else here. */
  async commit({ tree, parents, message, author, isSigned, key = this.key }: NewCommit): Promise<{ id: string; at: number }> {
    const at = this.clock.now();
    const { name, mail } = toOfficeName(this.#host);
    const [by, through] = [toIdentity(author.name, `${author.id}@${this.#host}`, at), toIdentity(name, mail, at)];
    const lines = [`tree ${tree}`, ...parents.map((parent) => `parent ${parent}`), `author ${by}`, `committer ${through}`];
    const ahead = (await this.#newestOf(parents)) - at;
    const text = `${lines.join('\n')}\n\n${message}${ahead > 0 ? toSetBack(ahead) : ''}`;
    const signed = isSigned ? await sign(text, key) : text;
    return { id: await this.#say(this.#writer.write('commit', Buffer.from(signed))), at };
  }

  /** Seconds since 1970 of the newest of some commits. */
  async #newestOf(commits: readonly string[]): Promise<number> {
    const found = await Promise.all(commits.map((id) => this.reader.read(id)));
    return Math.max(0, ...found.map((object) => Number(/^committer .*> (\d+) /mu.exec(object?.bytes.toString('utf8') ?? '')?.[1] ?? 0)));
  }

  /** Moves all of these refs or none. @throws RefMoved when one was not what it had to be */
  async move(changes: readonly RefChange[]): Promise<void> {
    await this.#say(this.#refs.move(changes));
    for (const listener of this.#listeners) listener(changes);
  }

  /** Tells a listener each time that main has moved. It must not throw. */
  onMain(listener: () => void): void {
    this.onMove((changes) => {
      if (changes.some(({ ref }) => ref === MAIN)) listener();
    });
  }

  /** Tells a listener each time that refs have moved. It must not throw. */
  onMove(listener: (changes: readonly RefChange[]) => void): void {
    this.#listeners.push(listener);
  }

  /** Packs what lies loose, when it is much: each save leaves about nine files. @returns whether it was */
  async tidy(stop: AbortSignal): Promise<boolean> {
    if ((await looseObjects(this.path)) < MUCH) return false;
    await pack(this.git, stop);
    this.reader.renew();
    await this.queue.run(async () => this.#refs.close());
    return true;
  }

  async #say<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      throw toFailure(error);
    }
  }
}

/** Where it is remembered until when commits were made by a clock that was ahead. */
const CHECKED = 'gongkai.clockChecked';

/** Seconds since 1970 of the newest commit, but for those that a clock made which people know was ahead. */
async function newestTime(git: Git, now: number, isClockRight: boolean): Promise<number> {
  const listed = await git.line(['for-each-ref', '--sort=-committerdate', '--format=%(committerdate:unix)']);
  const times = listed.split('\n').map(Number);
  if (isClockRight) await git.run(['config', CHECKED, `${times[0]}`]);
  const checked = Number(await git.line(['config', '--default', '0', '--get', CHECKED]));
  return times.find((time) => time > checked || time <= now) ?? 0;
}

/** A name as commits have it: what would end the line early is left out. */
export const toCommitName = (name: string): string => name.replace(/[<>\n\r\0]/gu, '');

/** A person as commits name them. */
const toIdentity = (name: string, mail: string, at: number) => `${toCommitName(name)} <${mail}> ${at} ${ZONE}`;

const toOfficeName = (host: string): OfficeName => ({ name: OFFICE.name, mail: `${OFFICE.id}@${host}` });

/** What went wrong in the machine, in words for the person who waits. */
function toFailure(error: unknown): unknown {
  if (error instanceof Refusal || error instanceof RefMoved) return error;
  const said = error instanceof Error ? error.message : String(error);
  if (/No space left|ENOSPC|disk is full|Disk quota/iu.test(said))
    return new Refusal('failed', '服务器磁盘已满，没有保存。内容留在表单里，联系信息办清理磁盘以后再保存。');
  if (error instanceof GitError && /\.lock': File exists/u.test(said))
    return new Refusal('failed', '仓库正被别的 Git 程序占用，没有保存。过一分钟再试。');
  if ((error as NodeJS.ErrnoException).code === 'ENOENT' && said.includes('spawn git'))
    return new Refusal('failed', '这台机器上没有 git。装好 git 再启动。');
  return error;
}
