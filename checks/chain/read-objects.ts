import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type Git, outcomeOf } from '../../cms/office/store/git.ts';
import type { GitObject } from '../../cms/office/store/object-reader.ts';

/** What lies under a name: an object, nothing, or bytes that do not have this hash. */
export type Found = GitObject | 'missing' | 'altered';

/** Nothing that stands in for an object is followed: each is read as it lies under its own name. */
export const AS_IT_LIES = { GIT_NO_REPLACE_OBJECTS: '1', GIT_GRAFT_FILE: '/dev/null' };

/** Ids that are written in one piece. */
const PIECE = 1000;

/**
 * Reads objects in the order given and holds each against its name: Git gives out what lies in a pack without hashing it again.
 * @throws GitError when the repository cannot be read
 */
export async function readObjects(git: Git, ids: readonly string[], take: (found: Found, id: string) => void): Promise<void> {
  if (ids.length === 0) return;
  const child = git.begin(['cat-file', '--batch', '--buffer'], AS_IT_LIES);
  const answers = new Answers(ids, take);
  const ended = outcomeOf(child, 'cat-file', (chunk) => answers.add(chunk));
  for (let at = 0; at < ids.length; at += PIECE)
    if (!child.stdin.write(`${ids.slice(at, at + PIECE).join('\n')}\n`)) await Promise.race([once(child.stdin, 'drain'), ended]);
  child.stdin.end();
  await ended;
  answers.end();
}

/** Takes what `git cat-file --batch` writes apart, in pieces as they come. */
class Answers {
  readonly #ids: readonly string[];
  readonly #take: (found: Found, id: string) => void;
  #next = 0;
  #chunks: Buffer[] = [];
  #length = 0;
  /** Length of the answer that is awaited, as far as it is known. */
  #wanted = 1;

  constructor(ids: readonly string[], take: (found: Found, id: string) => void) {
    this.#ids = ids;
    this.#take = take;
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
  }

  end() {
    while (this.#next < this.#ids.length) this.#take('missing', this.#ids[this.#next++]!);
  }

  /** Takes one answer. @returns its length; 0 when not all of it is there */
  #answer(bytes: Buffer, at: number): number {
    this.#wanted = 1;
    const line = bytes.indexOf(10, at);
    if (line < 0) return 0;
    const id = this.#ids[this.#next]!;
    const head = bytes.toString('latin1', at, line);
    const [, kind, digits] = /^[0-9a-f]{40} (blob|tree|commit|tag) (\d+)$/u.exec(head) ?? [];
    if (digits === undefined) {
      this.#next++;
      this.#take('missing', id);
      return line + 1 - at;
    }
    const end = line + 1 + Number(digits);
    if (bytes.length <= end) {
      this.#wanted = end + 1 - at;
      return 0;
    }
    this.#next++;
    const body = bytes.subarray(line + 1, end);
    const hash = createHash('sha1').update(`${kind} ${digits}\0`).update(body).digest('hex');
    this.#take(hash === id ? { id, kind: kind as GitObject['kind'], bytes: body } : 'altered', id);
    return end + 1 - at;
  }
}
