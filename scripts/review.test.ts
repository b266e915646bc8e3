import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openKey } from '../cms/office/store/office-key.ts';
import { CountyOfBranches, type Put, toEntry, toMessage, toUrgentMessage } from './testing/county-of-branches.ts';

const GONGKAI = fileURLToPath(new URL('./gongkai.ts', import.meta.url));
/** Invented; the area code is not in use. */
const SECRET = '990101199001011230';
const FOLDER = 'entries/school/news/2026/202603-00040';
const county = new CountyOfBranches();
afterAll(() => county[Symbol.dispose]());

function review(head: string, ...args: string[]) {
  const all = ['review', '--repo', county.path, '--head', head, '--as-of', '2026-03-21', ...args];
  const { status, stdout, stderr } = spawnSync('node', [GONGKAI, ...all], { cwd: county.place, encoding: 'utf8' });
  return { status, stdout, stderr };
}
const signed = ['--key', county.key.allowed];

beforeAll(() => {
  // What was published in the county before is older than the test's commits.
  expect(review(county.branch('same', []))).toEqual({ status: 0, stdout: '查了 0 个文件：阻断 0 处，提醒 0 处。\n', stderr: '' });
});

const LAWS = '依据：《中华人民共和国政府信息公开条例》第十七条、《政府网站发展指引》（国办发〔2017〕47号）（responsibility/signed-off）';

test('sign-offs count that the office signed, for these bytes, by people who have the role at the base', async () => {
  const put = toEntry(40, { title: '春季招生', duties: ['enrolment'] });
  county.branch('entry', [{ puts: [put], message: toMessage(put) }]);
  const unsigned = review('entry', ...signed);
  expect(unsigned).toMatchObject({ status: 1, stderr: '' });
  expect(unsigned.stdout.split('\n')).toEqual([
    ...['保密审查', '审核', '签发'].map(
      (role) => `${FOLDER}/index.md:2:8 阻断：缺少“${role}”对现在内容的签字。由有这个角色的人签字。${LAWS}`,
    ),
    '查了 1 个文件：阻断 3 处，提醒 0 处。',
    `签字 ${FOLDER}“春季招生”：审核还没有签，由 school-review 签；保密审查还没有签，由 school-secrecy 签；签发还没有签，由 school-approval 签`,
    '公开事项 school“义务教育：招生管理”：仍有内容证明已经公开',
    '',
  ]);
  await county.sign('entry', openKey(join(county.place, 'strangers-key'), 'office@www.test.gov.example'));
  expect(review('entry', ...signed).stdout).toBe(unsigned.stdout);
  county.branch('entry', [{ puts: [put], message: toMessage(put) }]);
  await county.sign('entry');
  const good = review('entry', ...signed);
  expect(good.stdout.split('\n').slice(0, 2)).toEqual([
    '查了 1 个文件：阻断 0 处，提醒 0 处。',
    `签字 ${FOLDER}“春季招生”：审核已签：school-review，2026-03-20 09:00；保密审查已签：school-secrecy，2026-03-20 09:00；签发已签：school-approval，2026-03-20 09:00`,
  ]);
  county.branch('altered', [{ puts: [{ ...put, bytes: put.bytes.replace('第二段', '第三段') }] }], 'entry');
  expect(review('altered', ...signed).stdout).toContain('：审核签字以后内容又改过，由 school-review 签；');
});

test('officers on watch take nobody’s place in a merge request: that is done at the desk alone', async () => {
  const put = toEntry(41, { title: '洪水预警' });
  const watch = ['school-watch', 'county-watch'].map((person) => ({ role: 'watch', person }));
  const missing = ['保密审查', '审核', '签发'].map((role) => `缺少“${role}”对现在内容的签字。`);
  const blocks = (text: string) => text.split('\n').flatMap((line) => /阻断：(缺少“[^”]+”对现在内容的签字。)/u.exec(line)?.[1] ?? []);
  county.branch('watch', [{ puts: [put], message: toMessage(put, watch) }]);
  await county.sign('watch');
  expect(blocks(review('watch', ...signed).stdout)).toEqual(missing);
  county.branch('claimed', [{ puts: [put], message: toUrgentMessage(put) }]);
  const claimed = review('claimed', ...signed).stdout;
  expect(claimed).toMatch(/^责任记录 阻断：提交 [0-9a-f]{12}：提交没有办公平台的签名。/mu);
  expect(claimed).toContain('：发布没有带上草稿，看不到谁写、谁签。');
  expect(claimed).not.toContain('已签');
  const telling = toUrgentMessage(put).replaceAll('school-editor', SECRET).replace('"汛情紧急"', `"${SECRET}"`);
  county.branch('telling', [{ puts: [put], message: `${telling}Correction: "${SECRET}"\n` }]);
  const masked = review('telling', ...signed).stdout;
  expect(masked).toMatch(/：记录写的更正说明是“……”，签了字的内容里却是“……”。/u);
  expect(masked).not.toContain(SECRET);
});

test('a branch cannot change its own judge', () => {
  const unit = county.git('show', 'main:units/school.yaml').replace('- approval', '- approval\n      - review\n      - secrecy');
  const put = toEntry(40, { title: '名单' }, `身份证号${SECRET}。`);
  const waiver = { path: 'waivers/own.yaml', bytes: 'rule: privacy/id-number\n' };
  const { status, stdout } = review(county.branch('judge', [{ puts: [put, waiver, { path: 'units/school.yaml', bytes: unit }] }]));
  expect(status).toBe(1);
  expect(stdout).toContain(`${FOLDER}/index.md:8:5 阻断：“正文”里有居民身份证号码。`);
  expect(stdout).toContain('保密审查还没有签，由 school-secrecy 签');
  expect(stdout).toContain(`签字 ${FOLDER}：`);
});

test('what a later commit took away again is found in its commit, and shown nowhere', () => {
  const put = toEntry(40, { title: `名单${SECRET}` }, `身份证号${SECRET}。`);
  const mended = toEntry(40, { title: '名单' });
  county.branch('history', [{ puts: [put] }, { puts: [mended] }, { puts: [{ path: put.path }], message: `删去${SECRET}` }]);
  const [first = '', , last = ''] = county
    .git('rev-list', '--reverse', 'main..history')
    .split('\n')
    .map((id) => id.slice(0, 8));
  const said = review(
    'history',
    '--write',
    'sarif=r.sarif',
    '--write',
    'gitlab=r.json',
    '--write',
    'comment=c.json',
    '--write',
    'json=a.json',
  );
  expect(said).toMatchObject({ status: 1, stderr: '' });
  expect(said.stdout).toMatch(new RegExp(`^提交 ${last} 的说明 阻断：.*privacy/id-number`, 'mu'));
  expect(said.stdout).toMatch(new RegExp(`^${FOLDER}/index.md 提交 ${first} 的“标题” 阻断：.*privacy/id-number`, 'mu'));
  expect(said.stdout).toMatch(new RegExp(`^${FOLDER}/index.md 提交 ${first} 的“正文” 阻断：.*privacy/id-number`, 'mu'));
  const written = ['r.sarif', 'r.json', 'c.json', 'a.json'].map((name) => readFileSync(join(county.place, name), 'utf8'));
  expect([said.stdout, ...written].filter((text) => text.includes('19900101'))).toEqual([]);
  expect(JSON.parse(written[0]!).runs[0].results.length).toBeGreaterThan(2);
  expect(JSON.parse(written[2]!).body).toMatch(/^## 不能发布：有阻断问题\n/u);
});

test('what it does to files that it leaves alone is told, and the duty that loses its proof', () => {
  const gone = { path: 'entries/school/news/2026/202603-00008/index.md' };
  const { status, stdout } = review(county.branch('gone', [{ puts: [gone] }]), '--format', 'markdown');
  expect(status).toBe(1);
  expect(stdout).toContain('已经公开的内容不能在这里撤下。在办公平台办理撤稿、下线或者并入，写明原因。');
  expect(stdout).toContain('链接 …90101003/202603/00008.html 对应的条目不存在或者没有发布。核对网址里的索引号。（由这次改动引起）');
  expect(stdout).toContain('教育局没有公开“招生管理”。发布内容并选上“公开事项”，确实没有的发声明。（由这次改动引起）');
  expect(stdout).toContain('### 撤下的条目\n\n- 招生工作\n');
  expect(stdout).toContain('| school | 义务教育：招生管理 | 不再有内容证明已经公开 |');
});

test('a record that entries no longer fit is a block, though nobody touched them', () => {
  const bytes = `${county.git('show', 'main:units/school.yaml')}\n`.replace('  - news\n', '');
  const { status, stdout } = review(county.branch('records', [{ puts: [{ path: 'units/school.yaml', bytes }] }]));
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /^entries\/school\/news\/2026\/202603-00001\/index\.md:\d+:\d+ 阻断：.*（由这次改动引起）.*（document\/fits-model）$/mu,
  );
});

test('a branch that fell behind is judged as it would be when merged', () => {
  const old = county.git('rev-parse', 'main');
  county.branch('main', [{ puts: [toEntry(50, { title: '后来发布的' })] }]);
  const draft = toEntry(41, { title: '草稿', index_number: undefined, published_at: undefined });
  const { status, stdout } = review(county.branch('behind', [{ puts: [draft] }], old), ...signed);
  expect({ status, lines: stdout.split('\n').length }).toEqual({ status: 0, lines: 3 });
  expect(stdout).toMatch(/^查了 1 个文件：阻断 0 处，提醒 0 处。\n签字 entries\/school\/news\/2026\/202603-00041“草稿”：/u);
  const other = toEntry(50, { title: '另外改的' });
  const clash = review(county.branch('clash', [{ puts: [other] }], old), ...signed);
  expect(clash.stdout).toContain(`冲突 ${other.path}：合并到的版本也改过。先取得那边的改动，再接着改。\n`);
});

const place = (name: string) => `${FOLDER}/${name}`;
/** What Git can hold and content cannot, and how it is refused. */
const HOSTILE: [Put, string][] = [
  [{ path: place('a.pdf'), mode: '120000', bytes: '/etc/passwd' }, '这是一个链接，指向的东西查不到。'],
  [{ path: 'entries/school/news/2026/x', mode: '160000', bytes: '1'.repeat(40) }, '这是一个子模块，里面的内容在别的仓库'],
  [{ path: '.gitattributes', bytes: '* -diff' }, '名称以点开头，会改变 Git 或者检查流程的做法'],
  [{ path: '.forgejo/workflows/a.yml', bytes: 'on: push' }, '名称以点开头，会改变 Git 或者检查流程的做法'],
  [{ path: 'entries/a.pdf', bytes: 'a' }, '这个文件不在条目的文件夹里。'],
  [{ path: 'CODEOWNERS', bytes: '* @me' }, '内容文件夹里没有安排这个文件的位置。'],
  [{ path: Buffer.concat([Buffer.from(`${FOLDER}/`), Buffer.from([0xb8, 0xbd])]), bytes: 'a' }, '文件名不是 UTF-8 编码'],
  [{ path: place('a\u0007.pdf'), bytes: 'a' }, '路径里有看不见的字符'],
  [{ path: place('b\u202efdp.exe'), bytes: 'a' }, '路径里有看不见的字符'],
  [{ path: 'entries/school/news/2026/202603-00001/INDEX.md', bytes: 'a' }, '和“index.md”只差大小写或者写法'],
  [{ path: place('a.html'), bytes: 'a' }, '这是网页或者程序，打开就会运行'],
  [{ path: `entries/${'a/'.repeat(200)}a.pdf`, bytes: 'a' }, '路径超过 240 个字节'],
  [{ path: place('b.pdf'), bytes: new Uint8Array(50_000_001) }, '文件超过 50 MB。'],
];

test('what is no content is refused before anything is read, even when a later commit takes it away', () => {
  const puts = HOSTILE.map(([put]) => put);
  const leaky = toEntry(40, { title: '名单' }, `身份证号${SECRET}。`);
  county.branch('hostile', [{ puts: [...puts, leaky] }, { puts: puts.map(({ path }) => ({ path })) }]);
  const { status, stdout } = review('hostile');
  const lines = stdout.split('\n');
  const words = lines
    .slice(0, HOSTILE.length)
    .map((line) => /阻断：(.*?)依据：.*（responsibility\/plain-files）$/u.exec(line)?.[1] ?? line);
  expect([status, words.filter((said) => !HOSTILE.some(([, refused]) => said.startsWith(refused)))]).toEqual([1, []]);
  expect(HOSTILE.filter(([, refused]) => !words.some((said) => said.startsWith(refused)))).toEqual([]);
  expect(lines.slice(HOSTILE.length)).toEqual([
    '查了 0 个文件：阻断 13 处，提醒 0 处。',
    '提交里有内容库不认得的东西，其余的没有往下查。先把这些去掉。',
    '',
  ]);
});

test('a branch of ten thousand files is refused unread', () => {
  const puts = Array.from({ length: 10_001 }, (_, at) => ({ path: place(`${at}.txt`), bytes: 'a' }));
  expect(review(county.branch('many', [{ puts }])).stdout).toMatch(
    /^全部改动 阻断：一次改了 10001 个文件，超过 10000 个，没有查。分几次提交。/u,
  );
});

test.each([
  [['--head', 'nowhere'], `在 ${county.path} 里找不到版本 nowhere。核对 --repo 的路径和版本名。`],
  [['--head', 'main', '--format', 'xml'], '--format 的格式只能是 text、json、markdown、comment、sarif、gitlab、github。'],
  [['--head', 'main', '--write', 'sarif'], '--write 要写成“格式=文件”，例如 sarif=review.sarif。'],
  [['--head', 'main', '--key', 'none.pub'], '没有公钥文件 none.pub。核对 --key 的路径。'],
  [['--head', 'main', '--as-of', '2026-02-30'], '--as-of 要写成“年-月-日”，例如 2026-03-10。'],
])('%j is refused with one plain sentence and exit code 2', (args, words) => {
  const said = spawnSync('node', [GONGKAI, 'review', '--repo', county.path, ...args], { cwd: county.place, encoding: 'utf8' });
  expect([said.status, said.stdout, said.stderr]).toEqual([2, '', `${words}\n`]);
});
