import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestOffice } from '../cms/office/store/testing/test-office.ts';
import { makeOfficeHistory, OfficeAtWork } from '../cms/office/workflow/testing/office-history.ts';
import { build } from '../site/render/build.ts';
import { withAttachmentReader } from './attachment-reader.ts';
import { today } from './today.ts';
import { compareRelease } from './verify/compare-release.ts';
import { rebuild } from './verify/rebuild.ts';
import { verifyRelease } from './verify/verify-release.ts';

const office = new TestOffice({ many: true });
const at = (path: string) => join(office.place, path);
const { repository } = office.options;
let history: Awaited<ReturnType<typeof makeOfficeHistory>>;
beforeAll(async () => {
  const store = await office.open();
  history = await makeOfficeHistory(store);
  await store.close();
  const content = { repository, revision: 'refs/heads/main' };
  await withAttachmentReader((reader) => build({ content, out: at('site'), today: today(), reader }));
  execFileSync('cp', ['-rL', at('site/current'), at('release')]);
  execFileSync('git', ['init', '--quiet', '--bare', at('empty.git')]);
});
afterAll(() => office[Symbol.dispose]());

function gongkai(...args: string[]) {
  const script = fileURLToPath(new URL('./gongkai.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync('node', [script, ...args], { cwd: office.place, encoding: 'utf8' });
  return { status, stdout, stderr };
}
const verify = (...args: string[]) => gongkai('verify', ...args, '--repo', repository, '--key', `${office.options.key}.allowed`);

/** Without what differs from run to run. */
const toPlain = (text: string) =>
  text
    .replace(/SHA256:[\w+/]+/gu, '某密钥')
    .replace(/\b[0-9a-f]{12,40}\b/gu, '某提交')
    .replace(/\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?/gu, '某时')
    .replace(/\/\d{6}(?=[-/])/gu, '/某月')
    .replace(/\d+ 个文件/gu, '若干个文件');

test('a release is proven, byte by byte, with the repository and the key alone, and an old head is found in today’s chain', () => {
  const { status, stdout, stderr } = verify('release', '--head', history.first.commit);
  expect(stderr).toMatch(/^核对提交 0\/92\n读取内容 \d+\/\d+\n生成页面 \d+\/\d+\n核对网站文件 \d+\/\d+\n$/u);
  expect(toPlain(stdout)).toBe(
    [
      '链条：main 上 17 次提交，连同草稿 46 次，链头 某提交（某时）。',
      '起点：某时 接收存量 6 条。以前的 1 次提交按原样接收，内容和日期以原来所载为准，这里不作证明。',
      '此后：发布 6 次，调整设置 2 次，撤稿 1 次，补审 3 次，下线 2 次，并入 1 次。',
      '密钥：某密钥',
      '紧急发布 2 次，由两名值班人员签字，二十四小时内补审：',
      `  某时 ${history.urgent.folder}（提交 某提交），某时 补审通过，按时。`,
      `  某时 ${history.rash.folder}（提交 某提交），某时 下线，按时。`,
      '说明：抄下的链头 某提交 在今天的链条里，是第 3 次提交，某时。',
      '网站：某时由 某提交 生成，若干个文件都和内容库重新生成的逐字节相同。',
      '结论：没有发现问题。',
      '',
    ].join('\n'),
  );
  expect(status).toBe(0);
});

test('what is wrong is told line by line, and ends with 1', () => {
  execFileSync('cp', ['-r', repository, at('forged.git')]);
  execFileSync('git', ['-C', at('forged.git'), 'update-ref', 'refs/heads/main', `${history.third.commit}`]);
  const text = gongkai('verify', 'release', '--repo', 'forged.git', '--key', `${office.options.key}.allowed`, '--head', history.down);
  expect(toPlain(text.stdout).split('\n').slice(-5)).toEqual([
    '网站：没有核对。',
    '结论：发现 2 处问题。',
    '  印出过的链头 某提交 不在今天的链条里：从那时起，有提交被删去或者改写。',
    '  /record/head.json：网站印出的链头不在内容库的链条里：网站不是从这个内容库生成的。',
    '',
  ]);
  expect(text.status).toBe(1);
});

test.each([
  [['release'], '还缺少选项 --repo <路径>。用 gongkai verify --help 查看用法。\n'],
  [['nowhere', '--repo', 'portal.git', '--key', 'office-key.allowed'], 'nowhere 里没有 index.html，不是网站文件夹。核对路径。\n'],
  [['--repo', 'release', '--key', 'office-key.allowed'], `${'release'} 不是 Git 仓库。核对 --repo 的路径。\n`],
  [['--repo', 'empty.git', '--key', 'office-key.allowed'], 'empty.git 里没有 main，不是内容库。核对 --repo 的路径。\n'],
  [['--repo', 'portal.git', '--key', 'nowhere'], '读不出公钥文件 nowhere。核对 --key 的路径。\n'],
  [['--repo', 'portal.git', '--key', 'release/index.html'], 'release/index.html 里没有 ssh-ed25519 公钥。核对 --key 的文件。\n'],
  [['--repo', 'portal.git', '--key', 'office-key.allowed', '--head', 'abc'], '--head 要写链头的编号，至少前 12 位。\n'],
  [['--repo', 'portal.git', '--key', 'office-key.allowed', '--format', 'xml'], '--format 只能是 text 或者 json。\n'],
])('%j is refused with one plain sentence and exit code 2', (args, words) => {
  const { status, stdout, stderr } = gongkai('verify', ...args);
  expect({ status, stdout, stderr: stderr.replaceAll(`${office.place}/`, '') }).toEqual({ status: 2, stdout: '', stderr: words });
});

test('what is forged in a release is found and named', async () => {
  const wanted = await rebuild(repository, 'refs/heads/main', today(), at('again'), () => {});
  const page = `/i/${history.third.number.replace('-', '/')}.html`;
  const attachment = `/i/${history.first.number.replace('-', '/')}-名单.txt`;
  const kinds: Record<string, (file: (path: string) => string) => unknown> = {
    改一个字: (file) => writeFileSync(file(page), readFileSync(file(page), 'utf8').replace('第三条', '第三桩')),
    加一个空格: (file) => appendFileSync(file('/feed.xml'), ' '),
    换附件: (file) => writeFileSync(file(attachment), '甲\n'),
    清空一页: (file) => writeFileSync(file('/units/index.html'), ''),
    删一页: (file) => rmSync(file(page)),
    加一页: (file) => writeFileSync(file('/i/extra.html'), '<p>x'),
    加一个隐藏文件: (file) => writeFileSync(file('/.htaccess'), 'x'),
    改名: (file) => renameSync(file(page), file(`${page}l`)),
    对调两页: (file) => {
      renameSync(file('/feed.xml'), file('/x'));
      renameSync(file('/feed.json'), file('/feed.xml'));
      renameSync(file('/x'), file('/feed.json'));
    },
    换成链接: (file) => {
      renameSync(file(page), at('elsewhere.html'));
      symlinkSync(at('elsewhere.html'), file(page));
    },
    改责任记录: (file) => {
      const record = file(`/record/990101003/${history.third.publishedAt.slice(0, 4)}-1.json`);
      writeFileSync(record, readFileSync(record, 'utf8').replace('school-review', 'school-other'));
    },
  };
  const found: Record<string, string[]> = {};
  for (const [name, forge] of Object.entries(kinds)) {
    execFileSync('cp', ['-r', at('release'), at('copy')]);
    forge((path) => at(`copy${path}`));
    found[name] = compareRelease(at('copy'), wanted, () => {}).map(({ fault, path }) => `${fault} ${toPlain(path)}`);
    rmSync(at('copy'), { recursive: true });
  }
  expect(found).toEqual({
    改一个字: ['changed /i/990101003/某月/00003.html'],
    加一个空格: ['changed /feed.xml'],
    换附件: ['changed /i/990101003/某月/00001-名单.txt'],
    清空一页: ['changed /units/index.html'],
    删一页: ['removed /i/990101003/某月/00003.html'],
    加一页: ['added /i/extra.html'],
    加一个隐藏文件: ['added /.htaccess'],
    改名: ['added /i/990101003/某月/00003.htmll', 'removed /i/990101003/某月/00003.html'],
    对调两页: ['changed /feed.json', 'changed /feed.xml'],
    换成链接: ['linked /i/990101003/某月/00003.html'],
    改责任记录: [expect.stringMatching(/^changed \/record\/990101003\/\d{4}-1\.json$/u)],
  });
});

test('what a site says of itself is held against the chain and the day', async () => {
  const main = execFileSync('git', ['-C', repository, 'rev-list', '--first-parent', 'main'], { encoding: 'utf8' }).trim().split('\n');
  const head = JSON.parse(readFileSync(at('release/record/head.json'), 'utf8')) as { head: string; day: string };
  const faultsWith = async (change: object | undefined, now = Date.now()) => {
    execFileSync('cp', ['-r', at('release'), at('copy')]);
    if (change) writeFileSync(at('copy/record/head.json'), JSON.stringify({ ...head, ...change }));
    else rmSync(at('copy/record/head.json'));
    const { faults } = await verifyRelease(at('copy'), { repository, main, now, work: at('work'), onProgress: () => {} });
    rmSync(at('copy'), { recursive: true });
    rmSync(at('work'), { recursive: true, force: true });
    return faults.map(({ fault, path }) => `${fault} ${path}`);
  };
  expect(await faultsWith(undefined)).toEqual(['headless /record/head.json']);
  expect(await faultsWith({ head: 'x' })).toEqual(['headless /record/head.json']);
  expect(await faultsWith({ head: '1'.repeat(40) })).toEqual(['elsewhere /record/head.json']);
  expect(await faultsWith({ day: '2099-01-01' })).toContain('undated /record/head.json');
  expect(await faultsWith({ head: main.at(-3) })).toEqual(expect.arrayContaining(['changed /feed.xml', 'changed /record/index.html']));
});

test('the public record tells who signed what, and its files are what their schema says', () => {
  const json = (path: string) => JSON.parse(readFileSync(at(`release${path}`), 'utf8'));
  const schema = json('/record/schema.json');
  const ajv = new Ajv2020();
  const year = history.third.publishedAt.slice(0, 4);
  for (const path of [`/record/990101003/${year}-1.json`, '/record/990101003/2026-1.json'])
    expect(ajv.validate(schema.record_file, json(path)), ajv.errorsText()).toBe(true);
  expect(ajv.validate(schema.head, json('/record/head.json')), ajv.errorsText()).toBe(true);
  const { records } = json(`/record/990101003/${year}-1.json`) as { records: { index_number: string; acts: { kind: string }[] }[] };
  const told = Object.fromEntries(records.map(({ index_number, acts }) => [index_number.slice(-2), acts.map(({ kind }) => kind)]));
  expect(told).toMatchObject({ '01': expect.anything(), '02': expect.anything(), '03': expect.anything() });
  const first = records.find(({ index_number }) => index_number === history.first.number)!;
  expect(first.acts).toMatchObject([
    {
      kind: 'publish',
      author: 'school-editor',
      editors: ['school-editor2'],
      sign_offs: [{ role: 'review', opinion: '同意。' }, { role: 'secrecy' }, { role: 'approval', opinion: '同意发布。' }],
    },
    {
      kind: 'correct',
      changes: { fields: ['标题', '更正说明'], added: [], replaced: ['名单.txt'], removed: [] },
      correction: '名单漏了丁，现在补上。',
    },
  ]);
});

test('a correction is told on the page, in the feeds and in the record, with its day', () => {
  const read = (path: string) => readFileSync(at(`release${path}`), 'utf8');
  const words = '名单漏了丁，现在补上。';
  const page = read(`/i/${history.first.number.replace('-', '/')}.html`);
  expect(page).toMatch(new RegExp(`<b>更正（<time[^>]*>\\d+年\\d+月\\d+日</time>）：</b>${words}`, 'u'));
  expect(read(`/i/${history.third.number.replace('-', '/')}.html`)).not.toContain('更正');
  expect(read('/feed.xml')).toContain(`<summary>更正：${words} `);
  const { items } = JSON.parse(read('/feed.json')) as { items: { title: string; content_text: string; date_modified?: string }[] };
  const told = items.map(({ title, content_text, date_modified }) => [title, content_text.startsWith(`更正：${words}\n`), !!date_modified]);
  expect(told).toContainEqual(['第一条改正', true, true]);
  expect(told.filter(([, isTold]) => isTold).length).toBe(1);
  const record = read(`/record/990101003/${history.third.publishedAt.slice(0, 4)}-1.html`);
  expect(record).toContain(`<dt>更正说明</dt><dd>${words}</dd>`);
});

test('an emergency publication is told on the page and in the record until it is reviewed, and who reviewed it after that', async () => {
  const { number } = history.urgent;
  const page = readFileSync(at(`release/i/${number.replace('-', '/')}.html`), 'utf8');
  expect(page).not.toContain('紧急发布');
  const line = page
    .slice(page.indexOf('<footer class="responsibility">'))
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ');
  expect(line).toContain(
    '值班：school-many 值班：county-watch 审核（补审）：school-review 保密审查（补审）：school-secrecy 签发（补审）：school-approval',
  );
  const year = history.third.publishedAt.slice(0, 4);
  const { records } = JSON.parse(readFileSync(at(`release/record/990101003/${year}-1.json`), 'utf8'));
  expect(records.find(({ index_number }: { index_number: string }) => index_number === number)).toMatchObject({
    acts: [
      { kind: 'publish', emergency: '汛情紧急', sign_offs: [{ role: 'watch', opinion: '汛情紧急' }, { role: 'watch' }] },
      { kind: 'confirm', sign_offs: [{ role: 'review', opinion: '补审通过。' }] },
      { kind: 'confirm', sign_offs: [{ role: 'secrecy' }] },
      { kind: 'confirm', sign_offs: [{ role: 'approval' }] },
    ],
  });
  const before = await rebuild(repository, history.urgent.commit, today(), at('urgent'), () => {});
  const marked = before.get(`/i/${number.replace('-', '/')}.html`);
  const text = readFileSync(at(`urgent/current/i/${number.replace('-', '/')}.html`), 'utf8');
  expect(marked).toBeDefined();
  expect(text).toMatch(
    /<strong>紧急发布，二十四小时内补审。<\/strong>\s*本条内容由两名值班人员签字紧急发布，应当在<time[^>]*>\d+年\d+月\d+日\d\d:\d\d<\/time>以前补审。/u,
  );
  const record = readFileSync(at(`urgent/current/record/990101003/${year}-1.html`), 'utf8');
  expect(record).toMatch(/<dt>补审<\/dt><dd>紧急发布，应当在 [\d-]{10} \d\d:\d\d 以前补审，还没有补审<\/dd>/u);
  expect(record).toContain('<dt>紧急的原因</dt><dd>汛情紧急</dd>');
  await rebuild(repository, history.urgent.commit, '2999-01-01', at('late'), () => {});
  expect(readFileSync(at(`late/current/i/${number.replace('-', '/')}.html`), 'utf8')).toContain('<strong>紧急发布，逾期未补审。</strong>');
});

test('check finds what is to be reviewed, and blocks once the day is over', () => {
  const check = (day: string) => gongkai('check', '--repo', repository, '--revision', history.urgent.commit, '--as-of', day);
  const due = history.urgent.publishedAt.slice(0, 10);
  const lineOf = (text: string) => toPlain(text.split('\n').find((line) => line.includes('reviewed-afterwards')) ?? '');
  expect(lineOf(check(due).stdout)).toContain('提醒：紧急发布，还没有补审。由审核、保密审查和签发的人在 某时 以前补审。');
  const late = check('2999-01-01');
  expect(late.status).toBe(1);
  expect(lineOf(late.stdout)).toContain('阻断：紧急发布逾期未补审，应当在 某时 以前补审。马上补审，或者撤下。');
});

test('records follow every act: what is built step by step is what is built anew, also when main is set back', async () => {
  const day = today();
  const rootOf = async (revision: string, out: string) =>
    (await build({ content: { repository, revision }, out: at(out), today: day })).root;
  const store = await office.open();
  const work = new OfficeAtWork(store);
  const steps = [
    () => work.publish('entries/school/news/2026/20261126-xyz234', '又一条'),
    () => work.remove('withdraw', history.third.folder, 'school-approval'),
    () => work.appoint('school', (people) => people.pop()),
    () => work.remove('takeDown', history.third.folder, 'school-approval'),
  ];
  for (const step of steps) {
    await step();
    expect(await rootOf('refs/heads/main', 'site')).toBe(await rootOf('refs/heads/main', `fresh-${steps.indexOf(step)}`));
  }
  await store.close();
  expect(await rootOf(history.second.commit, 'site')).toBe(await rootOf(history.second.commit, 'fresh-back'));
  // Before the office took over, nobody had signed anything, and nothing is told.
  const stock = execFileSync('git', ['-C', repository, 'rev-list', '--max-parents=0', 'main'], { encoding: 'utf8' }).trim();
  expect(await rootOf(stock, 'site')).toBe(await rootOf(stock, 'fresh-stock'));
  expect(existsSync(at('site/current/record'))).toBe(false);
});
