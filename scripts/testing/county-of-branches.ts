import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { addEntry, makeCounty } from '../../cms/library/testing/made-up-county.ts';
import { TestRepository } from '../../cms/library/testing/test-repository.ts';
import { toDigest, toSigned, toTrailers } from '../../cms/model/record.ts';
import { openKey, sign } from '../../cms/office/store/office-key.ts';

/** Something that a commit does to a file; without bytes it takes it away. */
export interface Put {
  /** As text, or as the very bytes of its name. */
  path: string | Uint8Array;
  bytes?: string | Uint8Array;
  mode?: '100644' | '120000' | '160000';
}

/** The made-up county in a bare repository whose office signs, with a duty that one entry proves, and branches on request. */
export class CountyOfBranches {
  readonly #repository = new TestRepository();
  readonly place = mkdtempSync(join(tmpdir(), 'gongkai-branches-'));
  readonly path = this.#repository.path;
  readonly key = openKey(join(this.place, 'office-key'), 'office@www.test.gov.example');

  constructor() {
    const { files } = makeCounty();
    files.set('portal.yaml', `${files.get('portal.yaml')}signed_since: '2026-01-01'\n`);
    for (const id of ['county', 'school']) {
      const unit = load(files.get(`units/${id}.yaml`)!) as { people: object[] };
      unit.people.push({ id: `${id}-watch`, name: '试六', post: '值班员', roles: ['watch'] });
      files.set(`units/${id}.yaml`, dump(unit));
    }
    files.set('catalogue/schools.yaml', dump([DUTY]));
    addEntry(files, 'school', 'news', 8, { title: '招生工作', duties: ['enrolment'] });
    addEntry(files, 'valley', 'news', 9, { title: '山谷乡转发招生消息' }, '见[招生工作](/i/990101003/202603/00008.html)。');
    this.#repository.commit({ files });
  }

  git = (...args: string[]): string => this.#repository.git(...args);

  /** Adds commits to a branch that begins at a revision. @returns the last of them */
  branch(name: string, commits: readonly { puts: readonly Put[]; message?: string; merge?: string }[], from = 'main'): string {
    const parts: (string | Uint8Array)[] = [`reset refs/heads/${name}\nfrom ${this.git('rev-parse', `${from}^{commit}`)}\n\n`];
    for (const { puts, message = '改内容', merge } of commits) {
      parts.push(`commit refs/heads/${name}\nauthor 试人 <school-editor@test.gov.example> 1774000000 +0800\n`);
      parts.push(`committer 试人 <t@test.gov.example> 1774000000 +0800\ndata ${Buffer.byteLength(message)}\n${message}\n`);
      if (merge !== undefined) parts.push(`merge ${this.git('rev-parse', `${merge}^{commit}`)}\n`);
      for (const { path, bytes, mode = '100644' } of puts) {
        if (bytes === undefined) parts.push(`D ${quote(path)}\n`);
        else if (mode === '160000') parts.push(`M ${mode} ${bytes} ${quote(path)}\n`);
        else parts.push(`M ${mode} inline ${quote(path)}\ndata ${Buffer.from(bytes as string).length}\n`, bytes, '\n');
      }
    }
    execFileSync('git', ['-C', this.path, 'fast-import', '--quiet', '--force'], {
      input: Buffer.concat(parts.map((part) => Buffer.from(part as string))),
    });
    return this.git('rev-parse', name);
  }

  /** Puts the office's signature on the last commit of a branch. @returns the commit that takes its place */
  async sign(name: string, key = this.key): Promise<string> {
    const text = execFileSync('git', ['-C', this.path, 'cat-file', 'commit', name], { encoding: 'utf8' });
    const input = await sign(text, key);
    const commit = execFileSync('git', ['-C', this.path, 'hash-object', '-t', 'commit', '-w', '--stdin'], {
      input,
      encoding: 'utf8',
    }).trim();
    this.git('update-ref', `refs/heads/${name}`, commit);
    return commit;
  }

  [Symbol.dispose]() {
    this.#repository[Symbol.dispose]();
    rmSync(this.place, { recursive: true, force: true });
  }
}

const DUTY = {
  id: 'enrolment',
  domain: '义务教育',
  name: '招生管理',
  basis: [{ law: '中华人民共和国义务教育法', article: '第十二条' }],
  elements: ['招生办法'],
  owners: ['department'],
  units: ['school'],
  clock: { kind: 'standing' },
  proof: ['news'],
};

/** The file of an entry of the school, published on the day of the test's commits. */
export function toEntry(sequence: number, fields: Record<string, unknown>, body?: string): { path: string; bytes: string } {
  const files = new Map<string, string>();
  addEntry(files, 'school', 'news', sequence, { published_at: '2026-03-20 09:30', ...fields }, body);
  const [path = '', bytes = ''] = [...files][0]!;
  return { path, bytes };
}

/** What the office writes below a commit that publishes an entry, signed by the school's people in these roles, or by others. */
export function toMessage(
  { path, bytes }: { path: string; bytes: string },
  signers: readonly (string | { role: string; person: string })[] = ['review', 'secrecy', 'approval'],
): string {
  const sha256 = toDigest([
    {
      name: 'index.md',
      sha256: createHash('sha256')
        .update(toSigned(Buffer.from(bytes)))
        .digest('hex'),
    },
  ]);
  const signOffs = signers.map((signer) => ({
    ...(typeof signer === 'string' ? { role: signer, person: `school-${signer}` } : signer),
    at: '2026-03-20 09:00',
    sha256,
  }));
  return `发布\n\n${toTrailers({ entry: path.slice(0, -'/index.md'.length), author: 'school-editor', signOffs })}`;
}

/** The same for an emergency publication by these officers on watch. */
export const toUrgentMessage = (put: { path: string; bytes: string }, officers = ['school-watch', 'county-watch']): string =>
  `${toMessage(
    put,
    officers.map((person) => ({ role: 'watch', person })),
  )}Published-At: 2026-03-20 09:30\nEmergency: "汛情紧急"\n`;

/** A path as `fast-import` takes it. */
const quote = (path: string | Uint8Array) =>
  `"${[...Buffer.from(path as string)].map((byte) => (byte < 0x20 || byte > 0x7e || byte === 0x22 || byte === 0x5c ? `\\${byte.toString(8).padStart(3, '0')}` : String.fromCharCode(byte))).join('')}"`;
