import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FORGES, type ForgeKind } from './forge/kinds.ts';
import { CountyOfBranches, toEntry } from './testing/county-of-branches.ts';

const GONGKAI = fileURLToPath(new URL('./gongkai.ts', import.meta.url));
/** Invented; the area code is not in use. */
const SECRET = '990101199001011230';
const county = new CountyOfBranches();
const out = join(county.place, 'out');
/** What the forge was told by its API. */
const told: { url: string; login: string; body: string }[] = [];
const api = createServer(async (request, response) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  const { authorization, 'private-token': token } = request.headers;
  told.push({ url: request.url ?? '', login: `${authorization ?? token}`, body: JSON.parse(text).body });
  response.writeHead(201).end('{}');
});
let address = '';
afterAll(() => {
  api.close();
  county[Symbol.dispose]();
});

beforeAll(async () => {
  api.listen(0, '127.0.0.1');
  await once(api, 'listening');
  address = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
  const bin = join(county.place, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'gongkai'), `#!/bin/sh\nexec '${process.execPath}' '${GONGKAI}' "$@"\n`);
  chmodSync(join(bin, 'gongkai'), 0o755);
  mkdirSync(join(county.place, 'forge/county'), { recursive: true });
  cpSync(county.path, join(county.place, 'forge/county/content.git'), { recursive: true });
});

const gongkai = (...args: string[]) => run('gongkai', args, {});

async function run(program: string, args: readonly string[], env: Record<string, string>, input = '') {
  const PATH = `${join(county.place, 'bin')}${delimiter}${process.env.PATH}`;
  const child = spawn(program, args, { cwd: county.place, env: { ...process.env, PATH, ...env } });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  child.stdin.end(input);
  const [status] = await once(child, 'close');
  return { status, stdout, stderr };
}

const forge = () => join(county.place, 'forge/county/content.git');
const inForge = (...args: string[]) => execFileSync('git', ['-C', forge(), ...args], { encoding: 'utf8' }).trim();

/** A merge request of the forge, as its number. */
function request(kind: ForgeKind, number: number, branch: string): string {
  const ref = kind === 'gitlab' ? `refs/merge-requests/${number}/head` : `refs/pull/${number}/head`;
  inForge('fetch', '--quiet', '--force', county.path, `${branch}:${ref}`);
  return inForge('rev-parse', ref);
}

/** Runs the steps of a pipeline's only job as the forge does. */
function runPipeline(kind: ForgeKind, text: string, number: number, head: string) {
  const home = { HOME: county.place, GONGKAI_OFFICE_KEY: county.key.allowed };
  const server = `file://${county.place}/forge`;
  if (kind === 'gitlab') {
    const { 内容审查: job } = load(text) as { 内容审查: { script: string[] } };
    const variables = { CI_MERGE_REQUEST_IID: `${number}`, CI_COMMIT_SHA: head, CI_PROJECT_ID: '7', CI_PROJECT_DIR: county.place };
    const places = { CI_REPOSITORY_URL: `${server}/county/content.git`, CI_API_V4_URL: address, GONGKAI_TOKEN: 'token' };
    return run('bash', ['-e'], { ...home, ...variables, ...places }, job.script.join('\n'));
  }
  type Workflow = { on: object; jobs: { review: { steps: { run: string; env: Record<string, string> }[] } } };
  const { on, jobs } = load(text) as Workflow;
  expect(Object.keys(on)).toEqual(['pull_request_target']);
  const [step] = jobs.review.steps;
  const context: Record<string, string> = {
    'github.event.pull_request.number': `${number}`,
    'github.event.pull_request.head.sha': head,
    'github.repository': 'county/content',
    'github.server_url': server,
    'github.api_url': address,
    'github.token': 'token',
  };
  const variables = Object.entries(step!.env).map(([name, value]) => [name, context[/^\$\{\{ (.*) \}\}$/u.exec(value)![1]!]!]);
  // What others wrote reaches the shell as values of variables, never as its text.
  expect(step!.run).not.toContain('${{');
  const summary = { GITHUB_STEP_SUMMARY: join(county.place, 'summary.md') };
  return run('bash', ['-e'], { ...home, ...summary, ...Object.fromEntries(variables) }, step!.run);
}

test.each(Object.keys(FORGES) as ForgeKind[])(
  '%s: the pipeline judges a merge request by what main says, and tells it there',
  async (kind) => {
    const { pipeline, owners } = FORGES[kind];
    const written = await gongkai('forge', 'init', '--kind', kind, '--repo', county.path, '--out', out);
    expect(written).toMatchObject({ status: 0, stderr: '' });
    expect(written.stdout.split('\n').slice(0, 2)).toEqual([`已经写好 ${join(out, pipeline)}`, `已经写好 ${join(out, owners)}`]);
    const text = readFileSync(join(out, pipeline), 'utf8');
    county.branch('good', [{ puts: [toEntry(60, { title: '草稿', index_number: undefined, published_at: undefined })] }]);
    county.branch('bad', [{ puts: [toEntry(61, { title: '名单' }, `身份证号${SECRET}。`)] }, { puts: [toEntry(61, { title: '名单' })] }]);
    told.length = 0;
    const [good, bad] = [request(kind, 1, 'good'), request(kind, 2, 'bad')];
    expect(await runPipeline(kind, text, 1, good)).toMatchObject({ status: 0, stderr: '' });
    const refused = await runPipeline(kind, text, 2, bad);
    expect(refused.status).toBe(1);
    expect(refused.stdout).toContain('“正文”里有居民身份证号码。');
    const comments = kind === 'gitlab' ? '/projects/7/merge_requests' : '/repos/county/content/issues';
    const last = kind === 'gitlab' ? 'notes' : 'comments';
    expect(told.map(({ url, login, body }) => [url, login, body.split('\n')[0]])).toEqual([
      [`${comments}/1/${last}`, kind === 'gitlab' ? 'token' : 'token token', '## 可以发布'],
      [`${comments}/2/${last}`, kind === 'gitlab' ? 'token' : 'token token', '## 不能发布：有阻断问题'],
    ]);
    expect(JSON.stringify([told, refused]).includes(SECRET)).toBe(false);
    const late = await runPipeline(kind, text, 2, good);
    expect([late.status, late.stdout]).toEqual([1, '合并请求又有了新的提交，由新的一次审查判断。\n']);
    if (kind === 'gitlab')
      expect(JSON.parse(readFileSync(join(county.place, 'gl-code-quality-report.json'), 'utf8'))[0].severity).toBe('blocker');
    if (kind === 'github') expect(readFileSync(join(county.place, 'summary.md'), 'utf8')).toContain('## 不能发布：有阻断问题');
  },
);

test('owners are the people of the units who have an account there; the office minds the rest', async () => {
  const read = (path: string) => `${county.git('show', `main:${path}`)}\n`;
  let unit = read('units/school.yaml');
  for (const role of ['review', 'secrecy', 'approval']) unit = unit.replace(`      - ${role}\n`, `      - ${role}\n    forge: s-${role}\n`);
  const office = read('units/county.yaml').replace('      - approval\n', '      - approval\n      - office\n    forge: office.one\n');
  county.branch('people', [
    {
      puts: [
        { path: 'units/school.yaml', bytes: unit },
        { path: 'units/county.yaml', bytes: office },
      ],
    },
  ]);
  const copy = join(county.place, 'people.git');
  execFileSync('git', ['clone', '--quiet', '--bare', county.path, copy]);
  execFileSync('git', ['-C', copy, 'update-ref', 'refs/heads/main', 'people']);
  const owners = async (kind: ForgeKind) => {
    const { stdout } = await gongkai('forge', 'init', '--kind', kind, '--repo', copy, '--out', out);
    expect(stdout).toContain('没有人写明代码平台账号（people 里的 forge），由信息办代看：valley\n');
    return readFileSync(join(out, FORGES[kind].owners), 'utf8').split('\n');
  };
  expect((await owners('github')).slice(0, 7)).toEqual([
    '# 由 gongkai forge 写入，依据 units/ 里的发布人员。人员变动以后重新生成。',
    '',
    '/entries/county/ @office.one',
    '/entries/school/ @s-review @s-secrecy @s-approval',
    '/entries/valley/ @office.one',
    '',
    '/portal.yaml @office.one',
  ]);
  expect((await owners('github')).at(-2)).toBe('/.gitlab-ci.yml @office.one');
  expect(await owners('gitlab')).toEqual(
    expect.arrayContaining([
      '[审核]',
      '/entries/school/ @s-review',
      '[保密审查]',
      '/entries/school/ @s-secrecy',
      '[信息办]',
      '/units/ @office.one',
    ]),
  );
  expect(await owners('forgejo')).toEqual(
    expect.arrayContaining([
      'entries/school/.* @s-review @s-secrecy @s-approval',
      String.raw`portal\\.yaml @office.one`,
      'lexicon/.* @office.one',
    ]),
  );
});

test("somebody else's file is left as it is", async () => {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  writeFileSync(join(out, '.gitlab-ci.yml'), 'stages: [build]\n');
  const { status, stderr } = await gongkai('forge', 'init', '--kind', 'gitlab', '--repo', county.path, '--out', out);
  expect([status, stderr]).toEqual([
    2,
    `${join(out, '.gitlab-ci.yml')} 已经有了，不是 gongkai forge 写的。移走它，或者写到别的文件夹再合并。\n`,
  ]);
  expect(existsSync(join(out, '.gitlab'))).toBe(false);
  expect((await gongkai('forge', 'init', '--kind', 'svn', '--out', out)).stderr).toBe('--kind 只能是 forgejo、gitlab、github。\n');
});

test('the configuration of Decap begins with what it cannot do; a backend without an editorial workflow is refused with its reason', async () => {
  const file = join(county.place, 'decap/config.yml');
  const decap = (kind: string, ...more: string[]) =>
    gongkai('forge', 'decap', '--kind', kind, '--repo', county.path, '--repository', 'county/content', '--out', file, ...more);
  expect((await decap('gitea')).stderr).toBe('Decap 的 gitea 后端没有先审后发，打开就报错。用 Forgejo，或者用办公平台。\n');
  expect((await decap('gitlab')).stderr).toBe('还缺少 --app：先在平台上为 Decap 登记一个应用。\n');
  expect((await decap('github')).stderr).toBe('GitHub 还要 --oauth：换取登录凭证的服务器。\n');
  for (let times = 0; times < 2; times++)
    expect((await decap('forgejo', '--url', 'https://git.test.gov.example/', '--app', 'a1')).stdout).toBe(
      `已经写好 ${file}。不能做的写在文件开头。\n`,
    );
  expect((await decap('gitlab', '--app', 'a', '--unit', 'moon')).stderr).toBe('没有单位 moon。写 units/ 里的文件名，不带扩展名。\n');
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(/^# 由 gongkai forge 写入.*\n# 直接在 Forgejo 上写，有这些事做不到；办公平台都能做到：\n# - 保存以前不检查：/u);
  const { backend, collections } = load(text) as { backend: object; collections: { name: string }[] };
  expect(backend).toEqual({
    name: 'forgejo',
    api_root: 'https://git.test.gov.example/api/v1',
    app_id: 'a1',
    repo: 'county/content',
    branch: 'main',
    cms_label_prefix: 'gongkai/',
  });
  expect(collections.map(({ name }) => name)).toContain('valley_news');
  await decap('forgejo', '--app', 'a1', '--unit', 'school');
  const ofSchool = load(readFileSync(file, 'utf8')) as { collections: { name: string }[] };
  expect(ofSchool.collections.filter(({ name }) => !name.startsWith('school_'))).toEqual([]);
});
