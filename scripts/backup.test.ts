import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCounty } from '../cms/library/testing/made-up-county.ts';
import { Git } from '../cms/office/store/git.ts';
import { countyOfTests, news, personOf } from '../cms/office/store/testing/test-office.ts';
import { type OpenOffice, openOffice } from './open-office.ts';

const SCRIPT = fileURLToPath(new URL('gongkai.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gongkai-backup-'));
const at = (...names: string[]) => join(folder, ...names);
const refsOf = (repository: string) => new Git(repository).line(['for-each-ref']);
let office: OpenOffice;
/** The backup that was made while the office ran. */
let made: string;

function gongkai(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('node', [SCRIPT, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}
const open = (place: string) =>
  openOffice({
    repository: join(place, 'portal.git'),
    content: at('content'),
    host: 'www.test.gov.example',
    state: join(place, 'office'),
    out: join(place, 'site'),
    publicSite: 'http://www.test.gov.example/',
  });

beforeAll(async () => {
  writeCounty(at('content'), countyOfTests());
  office = await open(at('.gongkai'));
  const { store, workflow, accounts, audit } = office.parts;
  await accounts.add('school-editor', 'a word of 2030');
  audit.add({ person: 'school-editor', act: 'login' });
  const editor = await personOf(store, 'school-editor');
  const write = (title: string) =>
    store.save(editor, { folder: store.newFolder('school', 'news'), version: '', files: [{ name: 'index.md', bytes: news(title) }] });
  const { draft } = await write('教育局部署冬季校园安全工作');
  await write('教育局开展春季教研活动');
  await workflow.submit(editor, { folder: draft.folder, version: draft.version });
  expect(gongkai('backup')).toMatchObject({ status: 0, stderr: '' });
  made = at('.gongkai/backups', readdirSync(at('.gongkai/backups'))[0]!);
});
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a running office is backed up whole, and restored with every branch, account, line and byte', async () => {
  expect(statSync(made).mode & 0o777).toBe(0o700);
  const { status, stdout, stderr } = gongkai('restore', made, '--to', 'restored');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(
    /^已恢复 \d{4}-\d\d-\d\d \d\d:\d\d 的备份：2 次提交，1 个账号，审计记录 1 行。\n启动：gongkai office --repo restored\/portal.git --state restored\/office --out restored\/site\n$/u,
  );
  expect(await refsOf(at('restored/portal.git'))).toBe(await refsOf(at('.gongkai/portal.git')));
  expect((await refsOf(at('restored/portal.git'))).split('\n').length).toBeGreaterThan(2);
  for (const name of ['office-key', 'cookie-key', 'audit.jsonl', 'accounts.sqlite'])
    expect(statSync(at('restored/office', name)).mode & 0o077, name).toBe(0);
  expect(readFileSync(at('restored/office/office-key'))).toEqual(readFileSync(at('.gongkai/office/office-key')));
  const files = readdirSync(at('.gongkai/site/current'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  expect(files.length).toBeGreaterThan(20);
  for (const name of files)
    expect(readFileSync(at('restored/site/current', name))).toEqual(readFileSync(at('.gongkai/site/current', name)));

  const again = await open(at('restored'));
  expect(await again.parts.accounts.accepts('school-editor', 'a word of 2030')).toBe(true);
  expect((await again.parts.store.drafts()).length).toBe((await office.parts.store.drafts()).length);
  await again.close();
});

test('a drill restores to a place of its own, fetches every file, opens the office, leaves nothing, and is reported with its day', () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('gongkai-drill-'));
  expect(gongkai('restore', made, '--drill', '--report', 'report.md')).toEqual({ status: 0, stdout: '演练报告 report.md\n', stderr: '' });
  const report = readFileSync(at('report.md'), 'utf8');
  expect(report).toMatch(/演练时间：\d{4}-\d\d-\d\d \d\d:\d\d（北京时间）/u);
  expect(report).toContain('结论：备份完整，可以恢复使用。');
  expect(report).toMatch(/\| 逐个取回 \| \d+ 个文件，全部一致 \|/u);
  expect(report).toContain('| 办公平台 | 在恢复出来的数据上打开，登录页正常 |');
  expect(report).toContain('| 审计记录 | 1 行，逐行衔接，没有改动 |');
  expect(report).toContain('| 责任记录 | 每次提交的签名、时间、签字都核对过，没有问题 |');
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('gongkai-drill-'))).toEqual(before);
});

test.each<[string, (backup: string) => void, (backup: string) => string]>([
  [
    'cut off before its end',
    (backup) => rmSync(join(backup, 'MANIFEST.json')),
    (backup) => `${backup} 不是完整的备份：没有 MANIFEST.json。核对路径；备份中途断掉的文件夹不能用来恢复。`,
  ],
  [
    'with a list that is no list',
    (backup) => writeFileSync(join(backup, 'MANIFEST.json'), '{'),
    (backup) => `备份的清单 ${backup}/MANIFEST.json 读不出来，没有恢复。换一份备份。`,
  ],
  [
    'with a file that was changed',
    (backup) => appendFileSync(join(backup, 'repository.bundle'), ' '),
    (backup) => `备份 ${backup} 里的 repository.bundle 和备份时不一样，没有恢复。换一份备份。`,
  ],
  [
    'without one of its files',
    (backup) => rmSync(join(backup, 'office/audit.jsonl')),
    (backup) => `备份 ${backup} 缺少 office/audit.jsonl，没有恢复。换一份备份。`,
  ],
  [
    'with a file that was added',
    (backup) => writeFileSync(join(backup, 'office/more'), ''),
    (backup) => `备份 ${backup} 里多出 office/more，没有恢复。查明它从哪里来，移走以后再恢复。`,
  ],
])('a backup %s is refused, and nothing is left of the try', (name, damage, words) => {
  const backup = `damaged-${name.length}`;
  cpSync(made, at(backup), { recursive: true });
  damage(at(backup));
  expect(gongkai('restore', backup, '--to', 'nothing')).toEqual({ status: 2, stdout: '', stderr: `${words(backup)}\n` });
  expect(readdirSync(folder).filter((each) => each.startsWith('nothing'))).toEqual([]);
});

test('what was altered in the log before the backup is told when it is restored', () => {
  const forged = at('forged');
  cpSync(at('.gongkai/office'), join(forged, 'office'), { recursive: true });
  const log = join(forged, 'office/audit.jsonl');
  writeFileSync(log, readFileSync(log, 'utf8').replace('school-editor', 'school-review'));
  expect(gongkai('backup', '--state', 'forged/office', '--to', 'forged/backups').status).toBe(0);
  const [backup] = readdirSync(join(forged, 'backups'));
  const restored = gongkai('restore', `forged/backups/${backup}`, '--to', 'forged/restored');
  expect(restored.status).toBe(1);
  expect(restored.stderr).toBe('审计记录：第1行与登记的校验值不一致。这一行被改动过，或者前面删去、插入过记录。\n');
});

test('a site that was damaged before the backup is told when it is restored', () => {
  const rotten = at('rotten');
  cpSync(at('.gongkai/site'), join(rotten, 'site'), { recursive: true, verbatimSymlinks: true });
  appendFileSync(join(rotten, 'site/current/index.html'), '.');
  expect(gongkai('backup', '--out', 'rotten/site', '--to', 'rotten/backups').status).toBe(0);
  const [backup] = readdirSync(join(rotten, 'backups'));
  expect(gongkai('restore', `rotten/backups/${backup}`, '--to', 'rotten/restored')).toEqual({
    status: 2,
    stdout: '',
    stderr: '备份里的网站和它的编号对不上，没有恢复。换一份备份。\n',
  });
});

test('wrong usage is told in a sentence, and nothing that is there is written over', () => {
  const refused = (words: string, ...args: string[]) => expect(gongkai(...args)).toEqual({ status: 2, stdout: '', stderr: `${words}\n` });
  refused('没有仓库 nowhere。核对 --repo 的路径。', 'backup', '--repo', 'nowhere');
  refused('没有文件夹 nowhere。核对 --state 的路径。', 'backup', '--state', 'nowhere');
  refused('--to 和 --drill 写一个：恢复到一个空的文件夹，或者演练。', 'restore', made);
  refused('--to 和 --drill 写一个：恢复到一个空的文件夹，或者演练。', 'restore', made, '--to', 'x', '--drill');
  refused('--report 要和 --drill 一起用。', 'restore', made, '--to', 'x', '--report', 'y');
  mkdirSync(at('full'));
  writeFileSync(at('full/mine'), 'mine');
  refused('full 里已经有东西，没有恢复。换一个空的文件夹。', 'restore', made, '--to', 'full');
  expect(readdirSync(at('full'))).toEqual(['mine']);
});

test('killed at any moment, a backup is either whole or recognised as none', async () => {
  const to = at('killed');
  const start = () => spawn('node', [SCRIPT, 'backup', '--to', to], { cwd: folder, stdio: 'ignore' });
  // How long one takes on this machine, as busy as it is: the moments are spread over that.
  const begun = performance.now();
  await once(start(), 'exit');
  const long = performance.now() - begun;
  let whole = 0;
  for (let round = 0; round < 6; round++) {
    rmSync(to, { recursive: true, force: true });
    const child = start();
    const moment = setTimeout(() => child.kill('SIGKILL'), (long * (round + 1)) / 7);
    await once(child, 'exit');
    clearTimeout(moment);
    for (const name of existsSync(to) ? readdirSync(to) : []) {
      const { status, stderr } = gongkai('restore', join(to, name), '--to', join(to, 'restored'));
      rmSync(join(to, 'restored'), { recursive: true, force: true });
      if (name.includes('.making-')) expect(stderr).toContain('不是完整的备份');
      else {
        whole++;
        expect(status).toBe(0);
      }
    }
  }
  expect(whole).toBeLessThan(6);
});
