import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { addEntry, makeCounty, writeCounty } from '../cms/library/testing/made-up-county.ts';

const GONGKAI = fileURLToPath(new URL('./gongkai.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gongkai-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const check = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('node', [GONGKAI, 'check', ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
};
const git = (...args: string[]) =>
  execFileSync('git', ['-C', join(folder, 'work'), '-c', 'user.name=t', '-c', 'user.email=t@example.invalid', ...args], {
    encoding: 'utf8',
  }).trim();

/** Invented; the area code is not in use. */
const ID = '99010119900101001';
const DIGIT = '10X98765432'[
  [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce((sum, weight, at) => sum + weight * Number(ID[at]), 0) % 11
];
const SECRET = `${ID}${DIGIT}`;
const BAD = 'entries/school/news/2026/202603-00040/index.md';
const LINE = new RegExp(`^content/${BAD}:8:4 阻断：“正文”.*（privacy/id-number）$`, 'mu');

const county = makeCounty();
writeCounty(join(folder, 'content'), county);
mkdirSync(join(folder, 'work'));
git('init', '-q', '-b', 'main');
mkdirSync(join(folder, 'plain'));
execFileSync('git', ['init', '-q', join(folder, 'nothing-yet')]);
cpSync(join(folder, 'content'), join(folder, 'work/content'), { recursive: true });
git('add', '-A');
git('commit', '-qm', 'before');
const changed = { files: new Map(county.files) };
addEntry(changed.files, 'school', 'news', 40, { title: '名单' }, `姓名 ${SECRET}`);
writeCounty(join(folder, 'work/content'), changed, county);
git('add', '-A');
git('commit', '-qm', 'after');

test.each([
  [['--format', 'xml'], '--format 只能是 text、json、markdown、sarif、gitlab、github。'],
  [['--format', 'constructor'], '--format 只能是 text、json、markdown、sarif、gitlab、github。'],
  [['--as-of', '2026-02-30'], '--as-of 要写成“年-月-日”，例如 2026-03-10。'],
  [['--content', 'a', '--repo', 'b'], '--content 和 --repo 只能写一个。'],
  [['--base', 'a', '--repo', 'work'], '--base 和 --head 要一起用。'],
  [['--base', 'a', '--head', 'b'], '--base 和 --head 要和 --repo 一起用。'],
  [['--revision', 'a'], '--revision 只和 --repo 一起用。'],
  [['--baseline', 'grow'], '--baseline 只能是 new 或者 shrink。'],
  [['--baseline', 'shrink'], '没有 content/baseline.json。第一次用 --baseline new。'],
  [['--content', 'nowhere'], '没有内容文件夹 nowhere。核对 --content 的路径。'],
  [['--content', 'content/portal.yaml'], '没有内容文件夹 content/portal.yaml。核对 --content 的路径。'],
  [['--content', 'plain'], 'plain 里没有 portal.yaml，不是内容文件夹。核对路径。'],
  [['--repo', 'nowhere'], 'nowhere 不是 Git 仓库。核对 --repo 的路径。'],
  [['--repo', 'plain'], 'plain 不是 Git 仓库。核对 --repo 的路径。'],
  [['--repo', 'nothing-yet'], '仓库 nothing-yet 是空的，还没有提交。先把内容提交或者推送到仓库里。'],
  [['--repo', 'work', '--revision', 'gone'], '在 work 里找不到版本 gone。核对 --repo 的路径和版本名。'],
  [['--repo', 'work', '--base', 'gone', '--head', 'main'], '在 work 里找不到版本 gone。核对 --repo 的路径和版本名。'],
  [['--outside-links'], '--outside-links 要和 --site 一起用。'],
  [['--site', 'dist', '--content', 'content'], '--site 只能和 --format、--outside-links 一起用。'],
  [['--site', 'plain', '--outside-links'], 'plain 里没有建好的网站，缺少 index.html。核对 --site 的路径。'],
  [['--nope'], '没有 --nope 这个选项。用 gongkai check --help 查看用法。'],
])('%j is refused with one plain sentence and exit code 2', (args, words) => {
  expect(check(...args)).toEqual({ status: 2, stdout: '', stderr: `${words}\n` });
});

test('a check that cannot find what is planted in the canaries says so and vouches for nothing', () => {
  const { status, stdout, stderr } = spawnSync('node', [GONGKAI, 'check', '--content', 'content', '--as-of', '2026-03-20'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: `--import=${new URL('./testing/without-examiners.ts', import.meta.url)}` },
  });
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^检查程序没有查出试探文件 \S+ 里埋的内容，检查结果不可信。停止发布，报告维护人员。\n$/u),
  });
});

test('--help is Chinese and tells the exit codes', () => {
  const { status, stdout, stderr } = check('--help');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^用法：gongkai check \[选项\][\s\S]*退出码：0 没有阻断问题，1 有阻断问题，2 用法不对或者内容读不出来。\n$/u);
});

test('a change is judged alone; paths begin at the top of the repository; what was found is masked', () => {
  const args = ['--repo', 'work', '--base', 'main~1', '--head', 'main', '--as-of', '2026-03-20'];
  const { status, stdout, stderr } = check(...args);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toMatch(LINE);
  expect(stdout).not.toContain(SECRET);
  expect(stdout).toMatch(/查了 1 个文件/u);
  const { verdict, findings } = JSON.parse(check(...args, '--format', 'json').stdout);
  expect(verdict).toBe('block');
  expect(new Set(findings.map(({ file }: { file: string }) => file))).toEqual(new Set([`content/${BAD}`]));
  expect(check('--repo', 'work', '--base', 'main', '--head', 'main', '--as-of', '2026-03-20')).toMatchObject({ status: 0 });
});

test('somebody who stops reading changes nothing', () => {
  const script = '"$0" "$@" | true; echo $PIPESTATUS';
  const args = ['-c', script, 'node', GONGKAI, 'check', '--repo', 'work', '--base', 'main~1', '--head', 'main', '--format', 'sarif'];
  const { stdout, stderr } = spawnSync('bash', args, { cwd: folder, encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: '1\n', stderr: '' });
});

test('a check that is killed, damaged state, and two checks at once: always the same outcome', async () => {
  const args = ['--content', 'work/content', '--as-of', '2026-03-20'];
  const killed = spawn('node', [GONGKAI, 'check', ...args], { cwd: folder, stdio: 'ignore' });
  await setTimeout(1500);
  killed.kill('SIGKILL');
  const together = await Promise.all([run(args), run(args)]);
  expect(together[0]).toEqual(together[1]);
  expect(together[0]).toMatchObject({ status: 1, stderr: '' });
  expect(together[0]!.stdout).toMatch(LINE);
  for (const state of readdirSync(join(folder, '.gongkai/checks')))
    for (const file of readdirSync(join(folder, '.gongkai/checks', state)))
      writeFileSync(join(folder, '.gongkai/checks', state, file), 'damaged'.repeat(1000));
  expect(await run(args)).toEqual(together[0]);
});

function run(args: readonly string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = spawn('node', [GONGKAI, 'check', ...args], { cwd: folder });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })));
}

test('a link in place of an attachment blocks, as nobody looks behind it', () => {
  const at = 'entries/school/news/2026/202603-00041';
  const withLink = makeCounty();
  addEntry(withLink.files, 'school', 'news', 41, {});
  writeCounty(join(folder, 'linked'), withLink);
  symlinkSync('index.md', join(folder, 'linked', at, 'list.xlsx'));
  const { status, stdout } = check('--content', 'linked');
  expect(status).toBe(1);
  expect(stdout).toContain(`${at}/list.xlsx 文件 阻断：文件没有查：这是一个链接，不是文件。换成文件本身。`);
});
