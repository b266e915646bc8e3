import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { writeCounty } from '../cms/library/testing/made-up-county.ts';
import type { OfficeParts } from '../cms/office/http/parts.ts';
import { countyOfTests, news, personOf } from '../cms/office/store/testing/test-office.ts';
import { openOffice } from './open-office.ts';

const SCRIPT = fileURLToPath(new URL('gongkai.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gongkai-office-command-'));
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});
writeCounty(join(folder, 'content'), countyOfTests());

/** Runs a command that ends by itself. */
function gongkai(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync('node', [SCRIPT, ...args], { cwd: folder, encoding: 'utf8', input });
  return { status, stdout, stderr };
}

/** Starts a command and waits until it says that it can be stopped. */
async function start(...args: string[]) {
  const child = spawn('node', [SCRIPT, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let [out, err] = ['', ''];
  child.stderr.on('data', (chunk) => (err += chunk));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      out += chunk;
      if (out.includes('Ctrl+C')) resolve();
    });
    child.once('exit', () => reject(new Error(`it ended: ${out}${err}`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const [status] = await once(child, 'exit');
    running.delete(child);
    return { status, err };
  };
  return { out, stop, url: (name: string) => new RegExp(`${name}　? ?(http://\\S+)`, 'u').exec(out)?.[1] ?? '' };
}

async function logIn(office: string, account: string, password: string) {
  const answer = await fetch(`${office}login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: new URL(office).origin },
    body: new URLSearchParams({ account, password }),
  });
  return { status: answer.status, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

test.each([
  [[], '没有仓库 .gongkai/portal.git。核对 --repo 的路径；第一次使用，用 --content 指明内容文件夹，由它建立仓库。\n'],
  [['--content', 'nowhere'], '没有内容文件夹 nowhere。核对 --content 的路径。\n'],
  [['--content', 'content', '--port', 'x'], '--port 要写 0 到 65535 之间的数字。\n'],
  [
    ['--content', 'content', '--host', '0.0.0.0'],
    '办公平台对别的机器开放时，要用 --public 写上大家打开它的网址，例如 https://office.example.gov.cn。\n',
  ],
  [
    ['--content', 'content', '--public', 'office.example.gov.cn'],
    '--public 要写成网址，只有协议、域名和端口，例如 https://office.example.gov.cn。\n',
  ],
  [
    ['--content', 'content', '--public', 'https://office.example.gov.cn/office/'],
    '--public 要写成网址，只有协议、域名和端口，例如 https://office.example.gov.cn。\n',
  ],
  [
    ['--content', 'content', '--openid', 'content/portal.yaml'],
    '统一身份认证的设置 content/portal.yaml 读不出来。要是 JSON，有 name、issuer、client_id、client_secret，claim 写存放账号的字段。\n',
  ],
  [
    ['--content', 'content', '--remote', 'content/portal.yaml'],
    '远程仓库的设置 content/portal.yaml 读不出来。要是 JSON，有 url；HTTP 写 user、token，SSH 写 key、known_hosts。\n',
  ],
])('office %j is refused with one plain sentence', (args, words) => {
  expect(gongkai(['office', ...args])).toEqual({ status: 2, stdout: '', stderr: words });
});

test('the office alone: opens, keeps a second one off, stops cleanly, opens again', async () => {
  const own = ['--repo', 'own/portal.git', '--state', 'own/office', '--out', 'own/site'];
  const first = await start('office', ...own, '--content', 'content', '--port', '0');
  expect(first.out).toMatch(/^办公平台 http:\/\/127\.0\.0\.1:\d+\/　按 Ctrl\+C 停止。\n$/u);
  expect(
    gongkai(['account', 'add', 'school-editor', '--stdin', '--state', 'own/office', '--repo', 'own/portal.git'], 'a word of 2030'),
  ).toEqual({
    status: 0,
    stdout: '已经开通账号 school-editor。\n',
    stderr: '',
  });
  expect((await logIn(first.url('办公平台'), 'school-editor', 'a word of 2030')).status).toBe(303);
  expect(gongkai(['office', ...own, '--port', '0'])).toEqual({
    status: 2,
    stdout: '',
    stderr: '办公平台正在使用仓库 own/portal.git。先停掉它，再运行这个命令。\n',
  });
  expect(await first.stop()).toEqual({ status: 0, err: '' });

  breakPortal('own/portal.git');
  const again = await start('office', ...own, '--host', '127.0.0.2', '--public', 'http://office.test.gov.example', '--port', '0');
  expect(again.out).toBe('办公平台 http://office.test.gov.example/　按 Ctrl+C 停止。\n');
  expect(await again.stop()).toEqual({
    status: 0,
    err:
      '注意：--public 不是 https，密码在网络上明文传送。由反向代理提供 https。\n' +
      '网站没有更新：内容库的 portal.yaml 第1行：“网站域名”没有填写。英文域名。办公平台照常打开，每分钟再试一次。\n',
  });
});

/** Takes the host's name out of portal.yaml on main, as somebody may do by hand. */
function breakPortal(repository: string) {
  const git = (args: string[], input = '') => execFileSync('git', ['-C', join(folder, repository), ...args], { encoding: 'utf8', input });
  const portal = git(['show', 'main:portal.yaml']).replace(/^host: .*\n/mu, '');
  const commit = `commit refs/heads/main\ncommitter a <a@b.example> 1700000000 +0800\ndata 0\nfrom refs/heads/main^0\n`;
  git(['fast-import', '--quiet'], `${commit}M 100644 inline portal.yaml\ndata ${Buffer.byteLength(portal)}\n${portal}\n`);
}

/** Writes an entry and takes it through all hands. */
async function publishOne({ store, workflow }: OfficeParts) {
  const entry = store.newFolder('school', 'news');
  const files = [{ name: 'index.md', bytes: news('教育局部署冬季校园安全工作', '全县各学校开展冬季安全检查。') }];
  const { draft } = await store.save(await personOf(store, 'school-editor'), { folder: entry, version: '', files });
  let { version } = await workflow.submit(await personOf(store, 'school-editor'), { folder: entry, version: draft.version });
  for (const role of ['review', 'secrecy'] as const) {
    await workflow.sign(await personOf(store, `school-${role}`), { folder: entry, version }, role);
    version = (await store.draft(entry))!.version;
  }
  const { published, obstacle } = await workflow.sign(await personOf(store, 'school-approval'), { folder: entry, version }, 'approval');
  expect(obstacle).toBeUndefined();
  return published!;
}

test('when the public site cannot be made, the office opens all the same and says so; once it can, what the last person signs is there when the answer comes', async () => {
  const at = (name: string) => join(folder, 'late', name);
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  mkdirSync(at(''));
  writeFileSync(at('site'), 'in the way');
  const office = await openOffice({
    repository: at('portal.git'),
    content: join(folder, 'content'),
    host: 'www.test.gov.example',
    state: at('office'),
    out: at('site'),
    publicSite: 'http://www.test.gov.example/',
  });
  expect(printed.mock.calls.at(-1)).toEqual([
    '网站没有更新：生成网站的程序出错，原因在办公平台的运行日志里。办公平台照常打开，每分钟再试一次。',
  ]);
  const { workflow } = office.parts;
  expect(await publishOne(office.parts)).toMatchObject({ isLive: false });
  expect(workflow.live.fault?.words).toBe('生成网站的程序出错，原因在办公平台的运行日志里。');
  rmSync(at('site'));
  // The second time only what has changed is made.
  for (let time = 1; time <= 2; time++) {
    const { number, isLive } = await publishOne(office.parts);
    expect([isLive, workflow.live.fault]).toEqual([true, undefined]);
    expect(readFileSync(at(`site/current/i/${number.replace('-', '/')}.html`), 'utf8')).toContain('全县各学校开展冬季安全检查。');
  }
  await office.close();
  printed.mockRestore();
});

test('npm start: portal and office on one repository, with the same accounts each time; the public site knows nothing of the office', async () => {
  const first = await start('start', '--port', '0', '--office-port', '0');
  const lines = first.out.split('\n');
  expect(lines.slice(0, 4)).toEqual([
    expect.stringMatching(/^门户网站　http:\/\/127\.0\.0\.1:\d+\/　共 \d+ 个文件$/u),
    expect.stringMatching(/^办公平台　http:\/\/127\.0\.0\.1:\d+\/$/u),
    '内容库　　.gongkai/portal.git，第一次启动时由 content 建立；要从头再来，移走 .gongkai 文件夹',
    '演示账号　账号、密码、姓名、角色，只在本机试用',
  ]);
  const accounts = lines.slice(4, -2);
  const PASSWORD = /[a-z2-9]{4}(?:-[a-z2-9]{4}){3}/u;
  expect(accounts.map((line) => line.replace(PASSWORD, '*'))).toEqual([
    '  county-editor    *  试人  县政府编辑',
    '  county-review    *  试人  县政府审核',
    '  county-secrecy   *  试人  县政府保密审查',
    '  county-approval  *  试人  县政府签发',
    '  school-editor    *  试人  教育局编辑',
    '  county-office    *  试三  县政府信息办',
  ]);
  expect(statSync(join(folder, '.gongkai/office/demo-accounts.json')).mode & 0o777).toBe(0o600);
  const [portal, office] = [first.url('门户网站'), first.url('办公平台')];
  expect(await (await fetch(portal)).text()).toContain('试验县人民政府');
  const { status, cookie } = await logIn(office, 'county-secrecy', PASSWORD.exec(accounts[2]!)![0]);
  expect(status).toBe(303);
  expect(await (await fetch(office, { headers: { Cookie: cookie } })).text()).toContain(`<a href="${portal}">打开门户网站</a>`);
  expect(await first.stop()).toEqual({ status: 0, err: '' });

  const release = join(folder, '.gongkai/site/current/');
  const port = `:${new URL(office).port}`;
  for (const item of readdirSync(release, { recursive: true, withFileTypes: true })) {
    if (!item.isFile()) continue;
    const path = join(item.parentPath, item.name);
    const text = readFileSync(path, 'latin1');
    for (const trace of ['/desk/', '/login', 'href="/edit', '/api/content', port, 'hono', 'decap'])
      if (text.includes(trace)) expect([path, trace]).toEqual([]);
  }

  const second = await start('start', '--port', '0', '--office-port', '0');
  expect(second.out.split('\n').slice(4, -2)).toEqual(accounts);
  expect(await second.stop()).toEqual({ status: 0, err: '' });
  expect(gongkai(['start', '--content', 'content'])).toEqual({
    status: 2,
    stdout: '',
    stderr: '内容库 .gongkai/portal.git 已经建好，--content 只在第一次启动时有用。要从头再来，先移走 .gongkai 文件夹。\n',
  });
});
