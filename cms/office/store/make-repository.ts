import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Folder } from '../../library/folder.ts';
import type { SourceFile } from '../../library/source.ts';
import { Git, outcomeOf } from './git.ts';
import { MAIN } from './refs.ts';
import { Refusal } from './refusal.ts';

/** The office where it acts for itself. */
export const OFFICE = { id: 'office', name: '办公平台' } as const;

/** Who the office is in a commit. */
export interface OfficeName {
  name: string;
  mail: string;
}

/** Nobody but the office moves what is in the repository. */
export const REFUSE_PUSH = `#!/bin/sh
echo '这个仓库只由办公平台写入，不接收推送。' >&2
exit 1
`;

/**
 * Makes a bare repository whose main holds a content folder in one commit. It appears all at once: what an earlier try left behind is
 * thrown away.
 * @param at seconds since 1970
 */
export async function makeRepository(repository: string, content: string, office: OfficeName, at: number): Promise<void> {
  if (existsSync(repository)) return;
  const making = `${repository}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(dirname(repository), { recursive: true });
  const source = new Folder(content);
  const git = new Git(making);
  await git.run(['init', '--quiet', '--bare', '--initial-branch=main', making]);
  const importing = git.begin(['fast-import', '--quiet']);
  const ended = outcomeOf(importing, 'fast-import');
  const write = async (bytes: string | Uint8Array) => {
    if (!importing.stdin.write(bytes)) await Promise.race([once(importing.stdin, 'drain'), ended]);
  };
  const { name, mail } = office;
  await write(`commit ${MAIN}\ncommitter ${name} <${mail}> ${at} +0800\n`);
  const message = '建立内容库\n';
  await write(`data ${Buffer.byteLength(message)}\n${message}\n`);
  const files = (await source.files()).filter((file) => file.refused === undefined);
  if (!files.some(({ path }) => path === 'portal.yaml'))
    throw new Refusal('failed', `${content} 里没有 portal.yaml，不是内容文件夹。核对路径。`);
  for (const [file, bytes] of pairs(files, source)) {
    await write(`M 100644 inline ${quote(file.path)}\ndata ${bytes.length}\n`);
    await write(bytes);
    await write('\n');
  }
  importing.stdin.end('done\n');
  await ended;
  renameSync(making, repository);
}

/** Puts in place what refuses pushes, also in a repository that was not made here; a hook that was there is kept beside it. */
export function refusePushes(repository: string): void {
  const hook = join(repository, 'hooks', 'pre-receive');
  mkdirSync(dirname(hook), { recursive: true });
  if (existsSync(hook) && readFileSync(hook, 'utf8') === REFUSE_PUSH) return;
  if (existsSync(hook)) renameSync(hook, `${hook}.before`);
  writeFileSync(`${hook}.making`, REFUSE_PUSH, { mode: 0o755 });
  renameSync(`${hook}.making`, hook);
}

function* pairs(files: readonly SourceFile[], source: Folder): Generator<[SourceFile, Uint8Array]> {
  let at = 0;
  for (const bytes of source.read(files)) {
    const file = files[at++]!;
    if (bytes === 'unreadable') throw new Refusal('failed', `内容文件 ${file.path} 打不开。核对它的权限。`);
    if (bytes) yield [file, bytes];
  }
}

const quote = (path: string) => `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
