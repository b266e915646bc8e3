import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { toDigest, toSigned } from '../../../cms/model/record.ts';
import { readSigningKey, type SigningKey, signWith } from '../../../cms/office/store/ssh-signature.ts';

/** A commit taken apart. */
export interface Parts {
  tree: string;
  parents: string[];
  /** Whole lines behind the word, such as `试人 <school-editor@…> 1772000000 +0800`. */
  author: string;
  committer: string;
  /** Headers beside the usual ones, each a whole line. */
  more?: string;
  message: string;
  signature: string;
}

/** Who signs what is forged: the office's own key, as somebody inside could; another one; nobody; or the signature stays that was there. */
export type Signer = 'office' | 'other' | 'nobody' | 'as before';

export interface Item {
  mode?: string;
  bytes?: string;
  /** Id of what lies there, instead of bytes. */
  id?: string;
}

/** Commits that were read before, whichever copy they lie in. */
const texts = new Map<string, string>();

/** Forges a copy of a repository with Git's plumbing. */
export class Forger {
  readonly path: string;
  readonly #keys: Record<'office' | 'other', SigningKey>;

  constructor(repository: string, copy: string, keys: { office: string; other: string }) {
    // What is written anew takes the place of a file and does not change it.
    execFileSync('cp', ['-al', repository, copy]);
    this.path = copy;
    const read = (path: string) => readSigningKey(readFileSync(path, 'utf8'))!;
    this.#keys = { office: read(keys.office), other: read(keys.other) };
  }

  publicKey = (of: 'office' | 'other'): string => this.#keys[of].publicKey;

  git(args: readonly string[], input: string | Uint8Array = '', env: Record<string, string> = {}): string {
    const options = { input, encoding: 'utf8' as const, stdio: ['pipe' as const, 'pipe' as const, 'pipe' as const] };
    return execFileSync('git', ['-C', this.path, ...args], { ...options, env: { ...process.env, ...env } }).trimEnd();
  }

  /** Ids of main's commits, oldest first. */
  main = (): string[] => this.git(['rev-list', '--first-parent', '--reverse', 'refs/heads/main']).split('\n');

  read(id: string): Parts {
    const text = texts.get(id) ?? execFileSync('git', ['-C', this.path, 'cat-file', 'commit', id], { encoding: 'utf8' });
    if (/^[0-9a-f]{40}$/u.test(id)) texts.set(id, text);
    const split = text.indexOf('\n\n');
    const head = text.slice(0, split + 1);
    const line = (name: string) => new RegExp(`^${name} (.*)$`, 'mu').exec(head)?.[1] ?? '';
    const parents = [...head.matchAll(/^parent (.*)$/gmu)].map(([, parent = '']) => parent);
    const [, signature = ''] = /^gpgsig ((?:.*\n)(?: .*\n)*)/mu.exec(head) ?? [];
    return {
      ...{ tree: line('tree'), parents, author: line('author'), committer: line('committer') },
      ...{ message: text.slice(split + 2), signature: signature.replace(/\n /gu, '\n') },
    };
  }

  write({ tree, parents, author, committer, more = '', message, signature }: Parts, by: Signer): string {
    const lines = [`tree ${tree}`, ...parents.map((parent) => `parent ${parent}`), `author ${author}`, `committer ${committer}`];
    const [head, rest] = [`${lines.join('\n')}\n${more}`, `\n${message}`];
    const armor = by === 'as before' ? signature : by === 'nobody' ? '' : signWith(this.#keys[by], Buffer.from(head + rest));
    const signed = armor === '' ? '' : `gpgsig ${armor.trimEnd().replaceAll('\n', '\n ')}\n`;
    return this.put('commit', head + signed + rest);
  }

  /** Writes an object as it is given. @returns its id */
  put(kind: 'commit' | 'tree' | 'blob', content: string | Buffer): string {
    const bytes = Buffer.from(content as string);
    const whole = Buffer.concat([Buffer.from(`${kind} ${bytes.length}\0`), bytes]);
    const id = createHash('sha1').update(whole).digest('hex');
    const path = this.pathOf(id);
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(path)) writeFileSync(path, deflateSync(whole));
    return id;
  }

  /** Where an object lies. */
  pathOf = (id: string): string => join(this.path, 'objects', id.slice(0, 2), id.slice(2));

  /** Writes main anew from the first commit that is changed, or all of it but the first; commits are dropped where there is nothing instead. */
  replay(by: Signer, change: (parts: Parts, id: string) => Parts | undefined = (parts) => parts, isAll = false): string {
    let head = '';
    for (const id of this.main()) {
      const before = this.read(id);
      const parents = before.parents.map((parent, nth) => (nth === 0 ? head : parent));
      const parts = change({ ...before, parents: before.parents.length === 0 ? [] : parents }, id);
      if (!parts) continue;
      const isSame = (!isAll || before.parents.length === 0) && JSON.stringify(parts) === JSON.stringify(before);
      head = isSame ? id : this.write(parts, by);
    }
    return this.moveMain(head);
  }

  /** Changes one commit; those after it are written anew, signed as `after` says. */
  alter(id: string, by: Signer, change: (parts: Parts) => Parts, after: Signer = by): string {
    let head = '';
    for (const each of this.main()) {
      const before = this.read(each);
      const parents = before.parents.map((parent, nth) => (nth === 0 ? head : parent));
      const isSame = before.parents.length === 0 || before.parents[0] === head;
      if (each === id) head = this.write(change({ ...before, parents }), by);
      else head = isSame ? each : this.write({ ...before, parents }, after);
    }
    return this.moveMain(head);
  }

  /** Adds a commit behind main. */
  append(parts: Partial<Parts>, by: Signer): string {
    const head = this.main().at(-1)!;
    const last = this.read(head);
    return this.moveMain(this.write({ ...last, parents: [head], ...parts }, by));
  }

  moveMain(id: string): string {
    this.git(['update-ref', 'refs/heads/main', id]);
    return id;
  }

  /** A tree with files put in or taken away. */
  withFiles(tree: string, files: Record<string, Item | undefined>): string {
    const env = { GIT_INDEX_FILE: join(this.path, 'forged-index') };
    this.git(['read-tree', tree], '', env);
    const lines = Object.entries(files).map(([path, item]) => {
      if (!item) return `0 ${'0'.repeat(40)}\t${path}`;
      return `${item.mode ?? '100644'} ${item.id ?? this.put('blob', item.bytes ?? '')}\t${path}`;
    });
    this.git(['update-index', '--add', '--replace', '--index-info'], `${lines.join('\n')}\n`, env);
    return this.git(['write-tree', '--missing-ok'], '', env);
  }

  /** What people sign of an entry in a tree. */
  digest(tree: string, folder: string): string {
    const names = this.git(['ls-tree', '--name-only', `${tree}:${folder}`]).split('\n');
    const hashed = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    const bytes = (name: string) => execFileSync('git', ['-C', this.path, 'cat-file', 'blob', `${tree}:${folder}/${name}`]);
    return toDigest(names.map((name) => ({ name, sha256: hashed(name === 'index.md' ? toSigned(bytes(name)) : bytes(name)) })));
  }

  text = (revision: string, path: string): string =>
    execFileSync('git', ['-C', this.path, 'show', `${revision}:${path}`], { encoding: 'utf8' });
}
