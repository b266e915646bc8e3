import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCounty } from '../cms/library/testing/made-up-county.ts';
import { countyOfTests } from '../cms/office/store/testing/test-office.ts';
import { OfficeAtWork } from '../cms/office/workflow/testing/office-history.ts';
import { openOffice } from './open-office.ts';

const SCRIPT = fileURLToPath(new URL('gongkai.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gongkai-purge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...names: string[]) => join(folder, ...names);
/** Stands in a title, a text and an attachment. */
const LEAK = '不该上网的一句话';
let entry: string;
let number: string;

function gongkai(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('node', [SCRIPT, ...args], { cwd: folder, encoding: 'utf8', timeout: 120_000 });
  return { status, stdout, stderr };
}
const openOne = () =>
  openOffice({
    repository: at('.gongkai/portal.git'),
    content: at('content'),
    host: 'www.test.gov.example',
    state: at('.gongkai/office'),
    out: at('.gongkai/site'),
    publicSite: 'http://www.test.gov.example/',
  });

beforeAll(async () => {
  writeCounty(at('content'), countyOfTests());
  const office = await openOne();
  const work = new OfficeAtWork(office.parts.store);
  const { store, workflow } = office.parts;
  const folderOf = store.newFolder('school', 'news');
  await work.save(folderOf, 'school-editor', LEAK, { summary: LEAK });
  await work.submit(folderOf, 'school-editor');
  for (const role of ['review', 'secrecy'] as const) await work.sign(folderOf, role, `school-${role}`);
  const { published } = await workflow.sign(
    await work.person('school-approval'),
    { folder: folderOf, version: (await store.draft(folderOf))!.version },
    'approval',
  );
  ({ folder: entry, number } = published!);
  expect(readFileSync(at('.gongkai/site/current/i', `${published!.number.replace('-', '/')}.html`), 'utf8')).toContain(LEAK);
  expect(gongkai('backup').status).toBe(0);
  const { version } = (await store.published(entry))!;
  await workflow.takeDown(await work.person('county-office'), { folder: entry, version, reason: '误发' });
  await office.close();
}, 120_000);

/** Every file below a folder, and what Git's objects unpack to. */
function filesWith(text: string): string[] {
  const files = readdirSync(at('.gongkai'), { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const inFiles = files.flatMap((item) => {
    const path = join(item.parentPath, item.name);
    const bytes = readFileSync(path);
    const unpacked = /objects\/[0-9a-f]{2}$/u.test(item.parentPath) ? inflateSync(bytes) : bytes;
    return unpacked.includes(text) ? [path] : [];
  });
  const packed = execFileSync('git', ['-C', at('.gongkai/portal.git'), 'cat-file', '--batch-all-objects', '--batch'], { maxBuffer: 1e9 });
  return packed.includes(text) ? [...inFiles, 'objects'] : inFiles;
}
const asked = (...more: string[]) => ['purge', '--entry', entry, '--by', 'county-office', '--reason', '误发，已按规定处置', ...more];

test('rehearsed, it names everything that would go, and nothing has gone', () => {
  const before = filesWith(LEAK);
  const { status, stdout, stderr } = gongkai(...asked());
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(
    /^历史：\d+ 次提交改写，\d+ 个分支和引用移动，\d+ 个文件的内容清除。\n索引和缓存：.*index\.db.*，删去重做；网站重新生成，以前的版本全部删去。\n备份：1 份含有这条内容，删去：.*\n这是演练，没有改动任何东西。/u,
  );
  expect(filesWith(LEAK).filter((path) => !path.includes('/office/'))).toEqual(before.filter((path) => !path.includes('/office/')));
  expect(before.length).toBeGreaterThan(2);
});

test('executed, no byte of it is left in repository, indexes, releases, caches or backups; the office opens and the chain verifies', async () => {
  const { status, stdout, stderr } = gongkai(...asked('--execute'));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/已经清除，记在提交 [0-9a-f]{40} 里。接着备份一次/u);
  expect(filesWith(LEAK)).toEqual([]);
  expect(readdirSync(at('.gongkai/backups'))).toEqual([]);
  expect(existsSync(at('.gongkai/site/current/index.html'))).toBe(true);
  const key = execFileSync('ssh-keygen', ['-y', '-f', at('.gongkai/office/office-key')], { encoding: 'utf8' });
  rmSync(at('key.pub'), { force: true });
  execFileSync('tee', [at('key.pub')], { input: key });
  const office = await openOne();
  await office.close();
  const verified = gongkai('verify', '.gongkai/site', '--repo', '.gongkai/portal.git', '--key', 'key.pub');
  expect(verified.stdout + verified.stderr).toContain(`由 county-office 清除 ${entry} 的全部内容，原因是“误发，已按规定处置”。`);
  expect(verified.status).toBe(0);
  expect(readFileSync(at('.gongkai/office/audit.jsonl'), 'utf8')).toContain('"act":"purge"');
  // The public record says what was purged, when, by whom and why, and nothing of what it said.
  const [act, ...others] = JSON.parse(readFileSync(at('.gongkai/site/current/record/head.json'), 'utf8')).office_acts;
  expect(act).toEqual({
    kind: 'purge',
    at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/u),
    commit: expect.stringMatching(/^[0-9a-f]{40}$/u),
    person: 'county-office',
    reason: '误发，已按规定处置',
    unit: 'school',
    type: 'news',
    index_number: number,
  });
  expect(others).toEqual([]);
  const words = (path: string) =>
    readFileSync(at('.gongkai/site/current/record', path), 'utf8')
      .replace(/<[^>]+>/gu, ' ')
      .replace(/\s+/gu, ' ');
  const said = `办理 county-office 原因 误发，已按规定处置 提交 ${act.commit}`;
  expect(words('index.html')).toContain(`清除 ${act.at} 清除的内容 教育局的一条动态， ${number} ${said}`);
  const file = readdirSync(at('.gongkai/site/current/record'), { recursive: true, encoding: 'utf8' }).find(
    (name) => name.startsWith(number.slice(0, '990101003/2026'.length)) && name.endsWith('.html'),
  )!;
  expect(words(file)).toContain(`已经清除 索引号 ${number} 清除 ${act.at} ${said}`);
  // Once is enough.
  expect(gongkai(...asked()).stdout).toMatch(/^历史：0 次提交改写/u);
});

test('while the office runs it is refused at once, and what the office works with stays', async () => {
  const office = await openOne();
  try {
    const before = readdirSync(at('.gongkai/office'));
    expect(before).toContain('index.db');
    expect(gongkai(...asked(), '--execute')).toEqual({
      status: 2,
      stdout: '',
      stderr: '办公平台正在使用仓库 .gongkai/portal.git。先停掉它，再运行这个命令。\n',
    });
    expect(readdirSync(at('.gongkai/office'))).toEqual(before);
  } finally {
    await office.close();
  }
});

test('wrong usage is told in a sentence', () => {
  const refused = (words: string, ...args: string[]) =>
    expect(gongkai('purge', ...args)).toEqual({ status: 2, stdout: '', stderr: `${words}\n` });
  refused('没有仓库 nowhere。核对 --repo 的路径。', '--repo', 'nowhere', '--entry', 'x', '--by', 'nobody', '--reason', '误发');
  refused('--entry、--by、--reason 都要写。', '--entry', 'x');
  refused('内容库里没有账号 nobody。核对 --by 的账号。', '--entry', entry, '--by', 'nobody', '--reason', '误发');
  refused('您不在信息办，不能清除。', '--entry', entry, '--by', 'school-editor', '--reason', '误发');
  // In whatever year it is asked for.
  const online = 'entries/school/news/2025/202603-00001';
  const words = '这条内容还在网上，没有清除。先在审核台办理下线，再清除。';
  refused(words, '--entry', online, '--by', 'county-office', '--reason', '误发');
  refused('没有这样的条目。从列表里打开条目，或者新建一条。', '--entry', 'entries/x', '--by', 'county-office', '--reason', '误发');
});
