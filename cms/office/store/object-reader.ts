import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Git } from './git.ts';

export interface GitObject {
  id: string;
  kind: 'blob' | 'tree' | 'commit' | 'tag';
  bytes: Buffer;
}

interface Question {
  resolve(answer: GitObject | undefined): void;
  reject(reason: Error): void;
}

/** Reads objects through one long-lived `git cat-file --batch`; many questions may be under way at once. */
export class ObjectReader {
  readonly #git: Git;
  #child: ChildProcessWithoutNullStreams | undefined;
  #questions: Question[] = [];
  #chunks: Buffer[] = [];
  #length = 0;
  #isOld = false;
  /** The object whose bytes are awaited. */
  #head: { id: string; kind: GitObject['kind']; size: number } | undefined;

  constructor(git: Git) {
    this.#git = git;
  }

  /** The object of a name as `git rev-parse` takes it, such as `main:units`; undefined when there is none. */
  read(name: string): Promise<GitObject | undefined> {
    if (/[\r\n]/u.test(name)) throw new TypeError('a name of an object is one line');
    const child = (this.#child ??= this.#start());
    return new Promise((resolve, reject) => {
      this.#questions.push({ resolve, reject });
      child.stdin.write(`${name}\n`);
    });
  }

  close() {
    this.#child?.stdin.end();
    this.#child = undefined;
    this.#isOld = false;
  }

  /** Goes on with a new process, as soon as no question is under way: the old one keeps packs on the disk that are gone. */
  renew() {
    this.#isOld = true;
    if (this.#questions.length === 0) this.close();
  }

  #start(): ChildProcessWithoutNullStreams {
    const child = this.#git.begin(['cat-file', '--batch']);
    const fail = () => {
      if (this.#child !== child && this.#child !== undefined) return;
      const left = this.#questions;
      this.#child = undefined;
      this.#questions = [];
      this.#chunks = [];
      this.#length = 0;
      this.#head = undefined;
      for (const { reject } of left) reject(new Error('git cat-file ended'));
    };
    child.on('error', fail).on('exit', fail);
    child.stdin.on('error', () => {});
    child.stderr.resume();
    child.stdout.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk);
      this.#length += chunk.length;
      while (this.#answer());
      if (this.#isOld && this.#questions.length === 0) this.close();
    });
    return child;
  }

  /** Answers the oldest question, if all of its answer is here. */
  #answer(): boolean {
    if (!this.#head) {
      const joined = this.#joined();
      const end = joined.indexOf(10);
      if (end < 0) return false;
      const [, id, kind, size] = /^([0-9a-f]+) (blob|tree|commit|tag) (\d+)$/u.exec(joined.toString('latin1', 0, end)) ?? [];
      this.#chunks = [joined.subarray(end + 1)];
      this.#length -= end + 1;
      if (id === undefined) {
        this.#questions.shift()?.resolve(undefined);
        return true;
      }
      this.#head = { id, kind: kind as GitObject['kind'], size: Number(size) };
    }
    const { id, kind, size } = this.#head;
    if (this.#length < size + 1) return false;
    const joined = this.#joined();
    this.#chunks = [joined.subarray(size + 1)];
    this.#length -= size + 1;
    this.#head = undefined;
    this.#questions.shift()?.resolve({ id, kind, bytes: Buffer.from(joined.subarray(0, size)) });
    return true;
  }

  #joined(): Buffer {
    const joined = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
    this.#chunks = [joined];
    return joined;
  }
}
