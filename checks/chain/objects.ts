import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type Git, outcomeOf } from '../../cms/office/store/git.ts';
import type { GitObject } from '../../cms/office/store/object-reader.ts';

/** What lies under a name: an object, nothing, or bytes that do not have this hash. */
export type Found = GitObject | 'missing' | 'altered';
type Take = (found: Found, id: string) => void;

/** Nothing that stands in for an object is followed: each is read as it lies under its own name. */
export const AS_IT_LIES = { GIT_NO_REPLACE_OBJECTS: '1', GIT_GRAFT_FILE: '/dev/null' };

/** Ids that are written in one piece. */
const PIECE = 1000;

/** Objects of a repository, each held against its name: Git gives out what lies in a pack without hashing it again. */
export class Objects {
  readonly #git: Git;
  #child: ChildProcessWithoutNullStreams | undefined;
  #answers: Answers | undefined;
  #ended: Promise<unknown> = Promise.resolve();

  constructor(git: Git) {
    this.#git = git;
  }

  /** Reads objects in the order given; one reading at a time. An object that Git itself will not give out is altered. */
  async read(ids: readonly string[], take: Take): Promise<void> {
    for (let from = 0; from < ids.length; ) {
      const answers = new Answers(ids, from, take);
      const isWhole = await this.#ask(answers);
      from = answers.taken;
      if (isWhole) continue;
      this.#child = undefined;
      if (from < ids.length) take('altered', ids[from++]!);
    }
  }

  /** The bytes of those objects that are there and unaltered, by their names. */
  async bytesOf(ids: readonly string[]): Promise<Map<string, Uint8Array>> {
    const bytes = new Map<string, Uint8Array>();
    await this.read(ids, (found, id) => {
      if (found !== 'missing' && found !== 'altered') bytes.set(id, found.bytes);
    });
    return bytes;
  }

  close() {
    this.#child?.stdin.end();
    this.#child = undefined;
  }

  /** @returns whether Git answered to the end */
  async #ask(answers: Answers): Promise<boolean> {
    this.#answers = answers;
    const child = (this.#child ??= this.#start());
    const gone = this.#ended.then(
      () => false,
      () => false,
    );
    for (let at = answers.taken; at < answers.ids.length; at += PIECE)
      if (!child.stdin.write(`${answers.ids.slice(at, at + PIECE).join('\n')}\n`)) await Promise.race([once(child.stdin, 'drain'), gone]);
    return Promise.race([answers.whole.then(() => true), gone]);
  }

  #start(): ChildProcessWithoutNullStreams {
    const child = this.#git.begin(['cat-file', '--batch'], AS_IT_LIES);
    this.#ended = outcomeOf(child, 'cat-file', (chunk) => this.#answers?.add(chunk));
    this.#ended.catch(() => {});
    return child;
  }
}

/** Takes what `git cat-file --batch` writes apart, in pieces as they come. */
class Answers {
  readonly ids: readonly string[];
  readonly whole: Promise<void>;
  readonly #take: Take;
  #done = () => {};
  /** How many have been taken. */
  taken: number;
  #chunks: Buffer[] = [];
  #length = 0;
  /** Length of the answer that is awaited, as far as it is known. */
  #wanted = 1;

  constructor(ids: readonly string[], from: number, take: Take) {
    this.ids = ids;
    this.taken = from;
    this.#take = take;
    this.whole = new Promise((resolve) => {
      this.#done = resolve;
    });
  }

  add(chunk: Buffer) {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length < this.#wanted) return;
    const all = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
    let at = 0;
    for (let length = this.#answer(all, at); length > 0; length = this.#answer(all, at)) at += length;
    this.#chunks = at === all.length ? [] : [all.subarray(at)];
    this.#length = all.length - at;
    if (this.taken === this.ids.length) this.#done();
  }

  /** Takes one answer. @returns its length; 0 when not all of it is there */
  #answer(bytes: Buffer, at: number): number {
    this.#wanted = 1;
    const line = bytes.indexOf(10, at);
    if (line < 0) return 0;
    const id = this.ids[this.taken]!;
    const head = bytes.toString('latin1', at, line);
    const [, kind, digits] = /^[0-9a-f]{40} (blob|tree|commit|tag) (\d+)$/u.exec(head) ?? [];
    if (digits === undefined) {
      this.taken++;
      this.#take('missing', id);
      return line + 1 - at;
    }
    const end = line + 1 + Number(digits);
    if (bytes.length <= end) {
      this.#wanted = end + 1 - at;
      return 0;
    }
    this.taken++;
    const body = bytes.subarray(line + 1, end);
    const hash = createHash('sha1').update(`${kind} ${digits}\0`).update(body).digest('hex');
    this.#take(hash === id ? { id, kind: kind as GitObject['kind'], bytes: body } : 'altered', id);
    return end + 1 - at;
  }
}
