import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Forger, type Parts, type Signer } from '../checks/chain/testing/forger.ts';
import { Examiner } from '../checks/engine/examiner.ts';
import { Examiners } from '../checks/engine/examiners.ts';
import { refusePushes } from '../cms/office/store/make-repository.ts';
import { TestOffice } from '../cms/office/store/testing/test-office.ts';
import { OfficeAtWork, PLACES } from '../cms/office/workflow/testing/office-history.ts';
import { judgePush } from './hook/judge-push.ts';
import { CountyOfBranches, toEntry } from './testing/county-of-branches.ts';
import { serveGit } from './testing/git-over-http.ts';
import { hasSshd, serveSsh } from './testing/git-over-ssh.ts';

const GONGKAI = fileURLToPath(new URL('./gongkai.ts', import.meta.url));
/** Invented; the area code is not in use. */
const SECRET = '990101199001011230';
/** What people push from, and the repository that takes it. */
const county = new CountyOfBranches();
const server = join(county.place, 'server.git');
const closing: (() => void)[] = [() => county[Symbol.dispose]()];
afterAll(() => {
  for (const close of closing.reverse()) close();
});

const gongkai = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('node', [GONGKAI, ...args], { cwd: county.place, encoding: 'utf8' });
  return { status, stdout, stderr };
};
const onServer = (...args: string[]) => execFileSync('git', ['-C', server, ...args], { encoding: 'utf8' }).trim();
/** What the server says to a push, a line each. */
function push(refs: readonly string[], { from = county.path, to = server, ssh = '' } = {}) {
  const env = { ...process.env, LC_ALL: 'C', GIT_SSH_COMMAND: ssh };
  const { status, stderr } = spawnSync('git', ['-C', from, 'push', to, ...refs], { env, encoding: 'utf8' });
  const said = stderr.split('\n').flatMap((line) => (line.startsWith('remote: ') ? [line.slice('remote: '.length).trimEnd()] : []));
  return { status, said };
}

beforeAll(() => {
  execFileSync('git', ['clone', '--quiet', '--bare', county.path, server]);
  const hook = join(server, 'hooks/pre-receive');
  const installed = gongkai('hook', 'install', '--repo', server, '--key', county.key.allowed);
  expect(installed).toEqual({ status: 0, stdout: `钩子装在 ${hook}。\n`, stderr: '' });
});

const draft = (sequence: number, body?: string) =>
  toEntry(sequence, { title: '开学准备', index_number: undefined, published_at: undefined }, body);

test('what is refused by its name alone starts no examiner', async () => {
  const start = vi.spyOn(Examiner.prototype, 'start');
  const refused = await judgePush(server, [{ ref: 'refs/tags/first', to: onServer('rev-parse', 'main') }], new Examiners());
  expect([refused.isRefused, start.mock.calls.length]).toEqual([true, 0]);
  start.mockRestore();
});

test.each(['file', 'HTTP', 'SSH'])('over %s, a draft comes in; one that ever held what must not be online does not', async (transport) => {
  if (transport === 'SSH' && !hasSshd) return;
  const name = transport.toLowerCase();
  const place = join(county.place, `keys-${name}`);
  mkdirSync(place);
  const {
    address,
    command = '',
    close,
  } = transport === 'file'
    ? { address: `file://${county.place}`, close: () => {} }
    : transport === 'HTTP'
      ? { ...(await serveGit(county.place)), command: '' }
      : await serveSsh(place);
  closing.push(close);
  const to = transport === 'SSH' ? `${address}${server}` : `${address}/server.git`;
  county.branch(`${name}-good`, [{ puts: [draft(61)] }]);
  const leaky = draft(62, `身份证号${SECRET}。`);
  const bad = county.branch(`${name}-bad`, [{ puts: [leaky] }, { puts: [draft(62)] }]);
  const blob = county.git('rev-parse', `${bad}~1:${leaky.path}`);
  expect(await pushed(`${name}-good`, to, command)).toEqual({ status: 0, said: [] });
  const refused = await pushed(`${name}-bad`, to, command);
  expect(refused.status).toBe(1);
  expect(refused.said).toEqual([
    `drafts/school/${name}-bad：${leaky.path} 提交 ${county.git('rev-parse', `${bad}~1`).slice(0, 8)} 的“正文” 阻断：“正文”里有居民身份证号码。删去号码；要区分同名的人，只留后四位。依据：《中华人民共和国政府信息公开条例》第十五条、《中华人民共和国个人信息保护法》第二十八条（privacy/id-number）`,
    `drafts/school/${name}-bad：有 1 处不能进仓库，没有接收。这些提交里都不能有：改好以后重新做提交，不要在后面接着改。`,
  ]);
  expect(spawnSync('git', ['-C', server, 'cat-file', '-e', blob]).status).not.toBe(0);
});

/** Git's own servers are children of this process, which must not wait for itself. */
function pushed(branch: string, to: string, ssh: string): Promise<{ status: number | null; said: string[] }> {
  const env = { ...process.env, LC_ALL: 'C', GIT_SSH_COMMAND: ssh };
  const child = spawn('git', ['-C', county.path, 'push', to, `${branch}:refs/heads/drafts/school/${branch}`], { env });
  let text = '';
  child.stderr.on('data', (chunk) => (text += chunk));
  return new Promise((resolve) =>
    child.on('close', (status) => {
      const said = text.split('\n').flatMap((line) => (line.startsWith('remote: ') ? [line.slice('remote: '.length).trimEnd()] : []));
      resolve({ status, said });
    }),
  );
}

test('main is moved by the office alone, and not even by it past the rules; the draft goes with its publication', async () => {
  using office = new TestOffice({ many: true });
  const { repository, key } = office.options;
  const to = join(office.place, 'server.git');
  const first = await office.open();
  const [folder, branch] = [PLACES.first, `drafts/${PLACES.first.slice('entries/'.length)}`];
  await new OfficeAtWork(first).handIn(folder, '第一条');
  execFileSync('git', ['clone', '--quiet', '--bare', '--branch', 'main', '--single-branch', repository, to]);
  expect(gongkai('hook', 'install', '--repo', to, '--key', `${key}.allowed`).status).toBe(0);
  expect(push([branch], { from: repository, to }).status).toBe(0);
  expect(push([`:${branch}`], { from: repository, to }).said).toEqual([
    `${branch}：这个草稿还没有发布，不能删除。不要了的，在办公平台里丢弃。`,
  ]);
  const { published } = await new OfficeAtWork(first).signAll(folder);
  await first.close();
  const forger = new Forger(repository, join(office.place, 'forged.git'), { office: key, other: county.key.path });
  const forged = (by: Signer, change: (parts: Parts) => Parts) => {
    forger.moveMain(forger.write(change(forger.read(published!.commit)), by));
    const { status, said } = push(['main'], { from: forger.path, to });
    return [status, said[0]?.replace(/提交 [0-9a-f]{8,12}/u, '提交')];
  };
  expect(forged('other', (parts) => parts)).toEqual([
    1,
    'main：提交 没有办公平台密钥的签名。main 只由办公平台移动；改动推送到 drafts/ 开头的分支，经审签后由办公平台发布。',
  ]);
  const hasty = (parts: Parts) => ({ ...parts, message: parts.message.replace(/^Sign-Off: role=secrecy.*\n/mu, '') });
  const laws = '依据：《中华人民共和国政府信息公开条例》第十七条、《政府网站发展指引》（国办发〔2017〕47号）（responsibility/acts-hold）';
  const own = `main：${published!.folder}/index.md`;
  expect(forged('office', hasty)).toEqual([1, `${own} 责任记录 阻断：提交：缺少“保密审查”的签字。${laws}`]);
  expect(forged('office', (parts) => ({ ...parts, message: '改\n' }))).toEqual([
    1,
    `main：责任记录 阻断：提交：提交没有责任记录，或者记录读不出来：不知道是谁、为什么改动了内容。${laws}`,
  ]);
  expect(push(['main', `:${branch}`], { from: repository, to })).toEqual({ status: 0, said: [] });
  const there = (...args: string[]) => execFileSync('git', ['-C', to, ...args], { encoding: 'utf8' }).trim();
  expect(there('rev-parse', 'main')).toBe(published!.commit);
  expect(there('branch', '--list', 'drafts/*')).toBe('');
});

test('what is neither main nor a draft, what goes back and what is taken away is refused with its reason, and nothing is moved', () => {
  county.branch('ahead', [{ puts: [] }]);
  onServer('fetch', '--quiet', '--update-head-ok', county.path, 'ahead:main');
  const before = onServer('for-each-ref');
  county.branch('other', [{ puts: [draft(63)] }]);
  county.git('tag', '-f', 'v1', 'main');
  const { status, said } = push(['other:topic', 'v1', '+main~0:refs/notes/x', ':main', 'other:refs/heads/drafts/school/other']);
  const strange = (ref: string) => `不接收 ${ref}。只接收 main 和草稿分支，草稿分支的名称以 drafts/ 或者 cms/ 开头；标签一律不收。`;
  expect({ status, said: said.toSorted() }).toEqual({
    status: 1,
    said: [
      'main：不能删除 main。',
      `refs/notes/x：${strange('refs/notes/x')}`,
      `refs/tags/v1：${strange('refs/tags/v1')}`,
      `topic：${strange('refs/heads/topic')}`,
    ],
  });
  const named = push([`other:refs/heads/drafts/school/${SECRET}`]);
  expect(named.said[0]).toMatch(/^分支：分支名称 阻断：.*privacy\/id-number/u);
  expect(named.said.join('')).not.toContain(SECRET);
  expect(push(['+other:main']).said).toEqual(['main：main 只能往前走，不能改写发布过的历史。先取得现在的 main，再接着提交。']);
  expect(onServer('for-each-ref')).toBe(before);
  expect(push(['other:refs/heads/drafts/school/other', 'other:refs/heads/cms/other']).status).toBe(0);
  county.branch('other', [{ puts: [draft(64)] }]);
  expect(push(['+other:refs/heads/drafts/school/other']).said).toEqual([
    'drafts/school/other：不能强制推送：草稿的历史是审签的记录。在原来的提交后面接着改，或者另起一个分支。',
  ]);
  expect(push(['+other:refs/heads/cms/other']).status).toBe(0);
  expect(push([':refs/heads/cms/other']).status).toBe(0);
});

test('pushes at the same time, a damaged index and a hook that is killed: what must not come in never does', async () => {
  truncateSync(join(server, 'gongkai/index.db'), 5000);
  county.branch('one', [{ puts: [draft(65)] }]);
  county.branch('two', [{ puts: [draft(66)] }]);
  county.branch('leak', [{ puts: [draft(67, `身份证号${SECRET}。`)] }]);
  const all = await Promise.all(['one', 'two', 'leak'].map((name) => pushed(name, server, '')));
  expect(all.map(({ status }) => status)).toEqual([0, 0, 1]);
  const input = `${'0'.repeat(40)} ${county.git('rev-parse', 'leak')} refs/heads/drafts/school/leak\n`;
  const hook = spawn(join(server, 'hooks/pre-receive'), {
    env: { ...process.env, GIT_DIR: county.path },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  hook.stdin.end(input);
  const ended = new Promise((resolve) => hook.on('exit', (status, signal) => resolve(status ?? signal)));
  hook.kill('SIGKILL');
  expect(await ended).not.toBe(0);
  expect(push(['leak:refs/heads/drafts/school/leak']).status).toBe(1);
  expect(readFileSync(join(server, 'gongkai/judged.db')).includes('19900101123')).toBe(false);
});

test('it is put only where it can do its work, and puts nobody else aside', () => {
  const install = (repo: string, key = county.key.allowed) => gongkai('hook', 'install', '--repo', repo, '--key', key);
  const bare = (name: string) => {
    const path = join(county.place, name);
    execFileSync('git', ['clone', '--quiet', '--bare', county.path, path]);
    return path;
  };
  expect(install('nowhere')).toEqual({ status: 2, stdout: '', stderr: '没有仓库 nowhere。核对 --repo 的路径。\n' });
  const office = bare('office.git');
  refusePushes(office);
  expect(install(office)).toEqual({
    status: 2,
    stdout: '',
    stderr: '这个仓库由办公平台直接写，不接收推送，不用装钩子。钩子装在别的仓库里。\n',
  });
  const other = bare('other.git');
  mkdirSync(join(other, 'hooks'), { recursive: true });
  writeFileSync(join(other, 'hooks/pre-receive'), '#!/bin/sh\n');
  expect(install(other).stderr).toMatch(/^.*pre-receive 是别的钩子。先移走它，或者放进 .*pre-receive\.d 由代码平台一并运行。\n$/u);
  mkdirSync(join(other, 'hooks/pre-receive.d'));
  expect(install(other).stdout).toBe(`钩子装在 ${join(other, 'hooks/pre-receive.d/gongkai')}。\n`);
  expect(readFileSync(join(other, 'hooks/pre-receive'), 'utf8')).toBe('#!/bin/sh\n');
  const work = join(county.place, 'work');
  execFileSync('git', ['clone', '--quiet', county.path, work]);
  expect(install(work).stderr).toBe(`${work} 不是裸仓库。钩子装在接收推送的裸仓库里。\n`);
  const empty = join(county.place, 'empty.pub');
  writeFileSync(empty, '没有公钥\n');
  expect(install(other, empty).stderr).toBe(`${empty} 里没有 SSH 公钥。给出办公平台密钥的公钥文件，例如 office.pub。\n`);
  rmSync(join(other, 'gongkai'), { recursive: true });
});
