import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAIN_ACTS, MAIN_TRAILERS } from '../../../cms/model/main-act.ts';
import { type SignOffRecord, toDigest, toSigned } from '../../../cms/model/record.ts';
import { SIGN_OFFS } from '../../../cms/model/sign-offs.ts';
import { type ActKind, toMessage } from '../../../cms/office/store/acts.ts';
import { toActMessage } from '../../../cms/office/store/commit-on-main.ts';
import { type SigningKey, signWith } from '../../../cms/office/store/ssh-signature.ts';
import { withNumber } from '../../../cms/office/workflow/numbers.ts';
import { type BenchEntry, toEntries, toMarkdown, writeCorpus } from '../corpus.ts';
import { makeRepository } from '../repository.ts';
import { CommitPack } from './write-pack.ts';

/** Commits that the office makes for one publication: saved, handed in, signed three times, published. */
const PER_PUBLICATION = 6;
const HOST = 'www.bench.gov.example';

export interface MadeHistory {
  repository: string;
  /** Path of the public key. */
  key: string;
  entries: number;
  publications: number;
  commits: number;
}

/**
 * Makes the repository of an office that has taken over a stock and published the rest of a corpus, with as many commits as asked
 * for, all signed as the office signs.
 */
export function makeHistory(work: string, entries: number, commits: number): MadeHistory {
  const publications = Math.floor((commits - 2) / PER_PUBLICATION);
  const all = [...toEntries(entries)];
  const fresh = all.splice(entries - publications).toSorted((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1));
  const content = join(work, 'content');
  writeCorpus(content, entries - publications, entries);
  const repository = join(work, 'portal.git');
  makeRepository(repository, content);
  const key = toKey(join(work, 'office-key.pub'));
  const trees = importTrees(repository, fresh);
  const pack = new CommitPack();
  const stock = git(repository, ['rev-parse', 'refs/heads/main']);
  const office = new Signer(pack, key);
  const begun = toTime(fresh[0]!) - 60;
  let main = office.commit({
    tree: git(repository, ['rev-parse', `${stock}^{tree}`]),
    parents: [stock],
    by: 'office',
    at: begun,
    message: `${MAIN_ACTS.takeOver}\n\n${MAIN_TRAILERS.takeOver}: "存量"\n`,
  });
  for (const [nth, entry] of fresh.entries()) main = publish(office, main, entry, trees[nth]!);
  pack.write(repository);
  git(repository, ['update-ref', 'refs/heads/main', main]);
  return { repository, key: join(work, 'office-key.pub'), entries, publications, commits: 2 + publications * PER_PUBLICATION };
}

/** Trees of a draft and of main after each publication. */
interface Trees {
  draft: string;
  main: string;
}

function publish(office: Signer, main: string, entry: BenchEntry, trees: Trees): string {
  const { folder, number, publishedAt } = entry;
  const at = toTime(entry);
  const unit = Number(entry.unit.slice(-2));
  const sha256 = toDigest([{ name: 'index.md', sha256: hash(toSigned(Buffer.from(draftOf(entry)))) }]);
  const signOffs = SIGN_OFFS.map((role, nth): SignOffRecord => ({ role, person: `p${unit}-${nth + 1}`, at: publishedAt, sha256 }));
  const act = (kind: ActKind, by: string, parent: string, signOff?: SignOffRecord) => {
    const message = toMessage({ kind, entry: folder, ...(signOff && { signOff }) });
    return office.commit({ tree: trees.draft, parents: [parent], by, at, message }, kind !== 'save');
  };
  const author = `p${unit}-0`;
  let draft = act('submit', author, act('save', author, main));
  for (const signOff of signOffs) draft = act('sign', signOff.person, draft, signOff);
  const trailers = [`${MAIN_TRAILERS.indexNumber}: ${number}`, `${MAIN_TRAILERS.publishedAt}: ${publishedAt}`];
  const message = toActMessage({ act: MAIN_ACTS.publish, record: { entry: folder, author, signOffs }, trailers });
  return office.commit({ tree: trees.main, parents: [main, draft], by: signOffs.at(-1)!.person, at, message });
}

/** What the corpus calls somebody. */
const nameOf = (person: string) => (person === 'office' ? '办公平台' : `试${Number(person.slice(-1)) + 1}`);

class Signer {
  readonly #pack: CommitPack;
  readonly #key: SigningKey;

  constructor(pack: CommitPack, key: SigningKey) {
    this.#pack = pack;
    this.#key = key;
  }

  commit(
    { tree, parents, by, at, message }: { tree: string; parents: readonly string[]; by: string; at: number; message: string },
    isSigned = true,
  ): string {
    const lines = [
      `tree ${tree}`,
      ...parents.map((parent) => `parent ${parent}`),
      `author ${nameOf(by)} <${by}@${HOST}> ${at} +0800`,
      `committer 办公平台 <office@${HOST}> ${at} +0800`,
    ];
    const [head, rest] = [`${lines.join('\n')}\n`, `\n${message}`];
    if (!isSigned) return this.#pack.add(head + rest);
    return this.#pack.add(
      `${head}gpgsig ${signWith(this.#key, Buffer.from(head + rest))
        .trimEnd()
        .replaceAll('\n', '\n ')}\n${rest}`,
    );
  }
}

/** Has Git make the trees of all publications. */
function importTrees(repository: string, entries: readonly BenchEntry[]): Trees[] {
  const marks = join(repository, 'marks');
  const lines: Buffer[] = [];
  const commit = (ref: string, mark: number, from: string, files: Record<string, string>) => {
    lines.push(Buffer.from(`commit refs/made/${ref}\nmark :${mark}\ncommitter a <a@a> 1 +0800\ndata 0\nfrom ${from}\n`));
    for (const [path, text] of Object.entries(files)) {
      const bytes = Buffer.from(text);
      lines.push(Buffer.from(`M 100644 inline ${path}\ndata ${bytes.length}\n`), bytes, Buffer.from('\n'));
    }
  };
  for (const [nth, entry] of entries.entries()) {
    const from = nth === 0 ? 'refs/heads/main^0' : `:${nth * 2}`;
    const own = `${entry.folder}/index.md`;
    commit('draft', nth * 2 + 1, from, { [own]: draftOf(entry) });
    const book = `.numbers/${entry.number.slice(0, 16)}`;
    commit('main', nth * 2 + 2, from, {
      [own]: withNumber(draftOf(entry), entry.number, entry.publishedAt),
      [book]: `${Number(entry.number.slice(17))}\n`,
    });
  }
  execFileSync('git', ['-C', repository, 'fast-import', '--quiet', '--force', `--export-marks=${marks}`], { input: Buffer.concat(lines) });
  const ids = new Map(
    readFileSync(marks, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.slice(1).split(' ') as [string, string]),
  );
  const asked = entries.flatMap((_, nth) => [nth * 2 + 1, nth * 2 + 2].map((mark) => `${ids.get(String(mark))}^{tree}`));
  const found = execFileSync('git', ['-C', repository, 'cat-file', '--batch-check=%(objectname)'], {
    input: `${asked.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  }).split('\n');
  for (const ref of ['refs/made/draft', 'refs/made/main']) git(repository, ['update-ref', '-d', ref]);
  return entries.map((_, nth) => ({ draft: found[nth * 2]!, main: found[nth * 2 + 1]! }));
}

/** An entry's file before it has a number. */
const draftOf = (entry: BenchEntry): string => Buffer.from(toSigned(Buffer.from(toMarkdown(entry)))).toString('utf8');

const toTime = ({ publishedAt }: BenchEntry): number => Date.parse(`${publishedAt.replace(' ', 'T')}:00+08:00`) / 1000;
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const git = (repository: string, args: readonly string[]) => execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8' }).trim();

/** A key of its own, whose public half is written to a file. */
function toKey(path: string): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url');
  const field = (bytes: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, bytes.length]), bytes]);
  const written = `ssh-ed25519 ${Buffer.concat([field(Buffer.from('ssh-ed25519')), field(raw)]).toString('base64')}`;
  writeFileSync(path, `${written} bench\n`);
  return { publicKey: written, secret: privateKey };
}
