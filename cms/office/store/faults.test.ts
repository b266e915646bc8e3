import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GitError } from './git.ts';
import { OfficeLock } from './office-lock.ts';
import { identityOf } from './process-identity.ts';
import { news, personOf, TestOffice } from './testing/test-office.ts';
import { toldWithKind as told } from './testing/told.ts';

const FOLDER = 'entries/school/news/2026/20261126-abc234';
const FILES = [{ name: 'index.md', bytes: news('新消息') }];

/** Leaves locks as an office does whose Git process was killed in the middle of a move of refs. */
async function leave(office: TestOffice, locks: string[]) {
  const dead = spawn('sleep', ['60']);
  const identity = identityOf(dead.pid!)!;
  dead.kill('SIGKILL');
  await once(dead, 'exit');
  const lock = new OfficeLock(office.options.repository);
  lock.begin({ process: identity, locks });
  lock.close();
  for (const path of locks) lockAt(office, path);
}

function lockAt(office: TestOffice, path: string) {
  mkdirSync(join(office.options.repository, path, '..'), { recursive: true });
  writeFileSync(join(office.options.repository, path), '');
}

test('locks that our own dead Git process left are taken away', async () => {
  using office = new TestOffice();
  await (await office.open()).close();
  await leave(office, ['refs/heads/main.lock', 'HEAD.lock', 'packed-refs.lock', 'refs/heads/drafts/school/news/2026/a.lock']);
  const store = await office.open();
  expect(existsSync(join(office.options.repository, 'refs/heads/main.lock'))).toBe(false);
  await store.save(await personOf(store, 'school-editor'), { folder: FOLDER, version: '', files: FILES });
  await store.close();
});

test('a lock of somebody else is left, and the office says which one; at work it refuses and goes on afterwards', async () => {
  using office = new TestOffice();
  const store = await office.open();
  const lock = 'refs/heads/drafts/school/news/2026/20261126-abc234.lock';
  lockAt(office, lock);
  const editor = await personOf(store, 'school-editor');
  expect(await told(store.save(editor, { folder: FOLDER, version: '', files: FILES }))).toBe(
    'failed: 仓库正被别的 Git 程序占用，没有保存。过一分钟再试。',
  );
  await store.save(editor, { folder: `${FOLDER}x`, version: '', files: FILES });
  await store.close();
  expect(await told(office.open())).toMatch(
    /^failed: 仓库里有别的 Git 程序留下的锁 .*20261126-abc234\.lock（\d{4}-\d\d-\d\d \d\d:\d\d 起）。确认没有程序在用这个仓库，删去这个文件，再启动。$/u,
  );
  expect(existsSync(join(office.options.repository, lock))).toBe(true);
});

test('a Git process that dies at work is replaced', async () => {
  using office = new TestOffice();
  const store = await office.open();
  const editor = await personOf(store, 'school-editor');
  const { draft } = await store.save(editor, { folder: FOLDER, version: '', files: FILES });
  const pids = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'latin1').trim().split(' ').map(Number);
  const isGit = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(office.options.repository);
  const own = pids.filter(isGit);
  expect(own.length).toBeGreaterThan(1);
  for (const pid of own) process.kill(pid, 'SIGKILL');
  let saved: unknown;
  for (let attempt = 0; attempt < 3 && !saved; attempt++)
    saved = await store
      .save(editor, { folder: FOLDER, version: draft.version, files: [{ name: 'index.md', bytes: news('第二次') }] })
      .catch(() => undefined);
  expect((await store.draft(FOLDER))!.text).toContain('第二次');
  await store.close();
});

/** Whether this machine lets us make a file system of a few megabytes. */
const canMount = (() => {
  try {
    execFileSync('unshare', ['-rm', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!canMount)('a full disk refuses the save, says so, and harms nothing', () => {
  using office = new TestOffice();
  const script = join(import.meta.dirname, 'testing', 'full-disk.ts');
  const { repository, key, host, content } = office.options;
  const small = join(office.place, 'small');
  mkdirSync(small);
  const options = { repository: join(small, 'portal.git'), key, host, content };
  expect(repository).not.toBe(options.repository);
  const run = `mount -t tmpfs -o size=3m none ${small} && exec "${process.execPath}" "${script}" '${JSON.stringify(options)}'`;
  expect(execFileSync('unshare', ['-rm', 'sh', '-c', run], { encoding: 'utf8' })).toBe(
    'failed: 服务器磁盘已满，没有保存。内容留在表单里，联系信息办清理磁盘以后再保存。\nthe save before it is there\nsaved again after tidying\n',
  );
});

test('that Git finds nothing is not taken for that it cannot look', async () => {
  using office = new TestOffice();
  const store = await office.open();
  const look = (pattern: string) => store.repository.git.find(['grep', '-l', '-E', '-e', pattern, 'main']);
  expect(await look('没有这样的字')).toBe('');
  await expect(look('(')).rejects.toThrow(GitError);
  await store.close();
});
