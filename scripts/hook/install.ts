import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Revision } from '../../cms/library/revision.ts';
import { sync } from '../../cms/library/sync.ts';
import { REFUSE_PUSH } from '../../cms/office/store/make-repository.ts';
import { MAIN } from '../../cms/office/store/refs.ts';
import { UsageError } from '../exit.ts';
import { writeSigners } from '../signers.ts';
import { stateIn } from './place.ts';

const MARK = '# 由 gongkai hook install 写入';
const GONGKAI = fileURLToPath(new URL('../gongkai.ts', import.meta.url));

/** Settings that a repository gets unless it has its own. Git itself refuses broken objects and disguised names with the first. */
const SETTINGS = { 'receive.fsckObjects': 'true', 'receive.maxInputSize': '1100000000' };

/**
 * Puts the hook into a bare repository and makes the index of its main, which later pushes only bring up to date.
 * @param key the office's public key
 * @returns path of the hook
 * @throws UsageError when the repository is not one that can take pushes so
 */
export async function installHook(repository: string, key: string, onProgress?: (done: number, of: number) => void): Promise<string> {
  const main = new Revision(repository, MAIN);
  const git = (...args: string[]) => execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8' }).trim();
  if (git('rev-parse', '--is-bare-repository') !== 'true') throw new UsageError(`${repository} 不是裸仓库。钩子装在接收推送的裸仓库里。`);
  if (!main.readOne('portal.yaml')) throw new UsageError(`${repository} 的 main 里没有 portal.yaml，不是内容库。核对路径。`);
  const hook = placeFor(repository);
  const state = stateIn(repository);
  writeSigners(key, state);
  await sync(join(state, 'index.db'), main, onProgress);
  for (const [name, value] of Object.entries(SETTINGS))
    if (git('config', '--default', '', '--get', name) === '') git('config', name, value);
  writeFileSync(`${hook}.making`, `#!/bin/sh\n${MARK}\nexec ${[process.execPath, GONGKAI].map(toShell).join(' ')} hook pre-receive\n`);
  chmodSync(`${hook}.making`, 0o755);
  renameSync(`${hook}.making`, hook);
  giveToOwner(repository, [state, ...readdirSync(state).map((name) => join(state, name)), hook]);
  return hook;
}

/** Where forges look for further hooks, or else where Git does. Nobody's hook is put aside. */
function placeFor(repository: string): string {
  const own = join(repository, 'hooks', 'pre-receive');
  const text = existsSync(own) ? readFileSync(own, 'utf8') : '';
  if (text === REFUSE_PUSH) throw new UsageError('这个仓库由办公平台直接写，不接收推送，不用装钩子。钩子装在别的仓库里。');
  if (existsSync(`${own}.d`)) return join(`${own}.d`, 'gongkai');
  if (text !== '' && !text.includes(MARK)) throw new UsageError(`${own} 是别的钩子。先移走它，或者放进 ${own}.d 由代码平台一并运行。`);
  mkdirSync(join(repository, 'hooks'), { recursive: true });
  return own;
}

/** Pushes are judged by the account that owns the repository, whoever installs the hook. */
function giveToOwner(repository: string, paths: readonly string[]) {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(realpathSync(repository));
  if (uid !== 0) for (const path of paths) chownSync(path, uid, gid);
}

const toShell = (word: string) => `'${word.replaceAll("'", String.raw`'\''`)}'`;
