import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Commit {
  /** Contents of files by path from the top. */
  files: ReadonlyMap<string, string | Uint8Array>;
  /** Targets of symbolic links. */
  links?: Record<string, string>;
  submodules?: readonly string[];
}

/** A bare repository whose commits are written without a working tree. */
export class TestRepository {
  readonly place = mkdtempSync(join(tmpdir(), 'gongkai-repository-'));
  readonly path = join(this.place, 'content.git');

  constructor() {
    execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', this.path]);
  }

  git(...args: string[]): string {
    return execFileSync('git', ['-C', this.path, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  }

  /** Adds a commit to a branch, or begins the branch anew with it. */
  commit({ files, links = {}, submodules = [] }: Commit, { branch = 'main', anew = false } = {}): string {
    const parts: (string | Uint8Array)[] = [];
    const data = (content: string | Uint8Array) => {
      const bytes = Buffer.from(content as string);
      parts.push(`data ${bytes.length}\n`, bytes, '\n');
    };
    parts.push(`commit refs/heads/${branch}\ncommitter 试人 <t@test.gov.example> 1772000000 +0800\n`);
    data('改内容');
    const hasParent = !anew && this.git('branch', '--list', branch) !== '';
    if (hasParent) parts.push(`from refs/heads/${branch}^0\n`);
    parts.push('deleteall\n');
    for (const [path, content] of files) {
      parts.push(`M 100644 inline ${quote(path)}\n`);
      data(content);
    }
    for (const [path, target] of Object.entries(links)) {
      parts.push(`M 120000 inline ${quote(path)}\n`);
      data(target);
    }
    for (const path of submodules) parts.push(`M 160000 ${'1'.repeat(40)} ${quote(path)}\n`);
    if (anew && this.git('branch', '--list', branch) !== '') this.git('update-ref', '-d', `refs/heads/${branch}`);
    execFileSync('git', ['-C', this.path, 'fast-import', '--quiet'], {
      input: Buffer.concat(parts.map((part) => Buffer.from(part as string))),
    });
    return this.git('rev-parse', branch);
  }

  [Symbol.dispose]() {
    rmSync(this.place, { recursive: true, force: true });
  }
}

const quote = (path: string) => `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
