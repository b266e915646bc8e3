import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCounty } from '../cms/library/testing/made-up-county.ts';
import { Git } from '../cms/office/store/git.ts';
import { Store } from '../cms/office/store/store.ts';
import { countyOfTests, review } from '../cms/office/store/testing/test-office.ts';

const SCRIPT = fileURLToPath(new URL('gongkai.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gongkai-key-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...names: string[]) => join(folder, ...names);

function gongkai(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('node', [SCRIPT, ...args], { cwd: folder, encoding: 'utf8' });
  const plain = (text: string) =>
    text
      .replace(/[0-9a-f]{40}/gu, '编号')
      .replace(/AAAA[\w+/]+/gu, '公钥')
      .replace(/SHA256:[\w+/]+/gu, '指纹');
  return { status, stdout: plain(stdout), stderr: plain(stderr) };
}
const key = (...args: string[]) => gongkai('key', ...args, '--by', 'county-office', '--reason', '三年一换');
/** Opens and closes an office's repository. */
const open = async (place: string) =>
  (
    await Store.open({ repository: join(place, 'portal.git'), key: join(place, 'office/office-key'), host: 'www.test.gov.example', review })
  ).close();
const faults = (place: string) => gongkai('verify', '--repo', join(place, 'portal.git'), '--key', join(place, 'office/office-key.allowed'));

beforeAll(async () => {
  writeCounty(at('content'), countyOfTests());
  mkdirSync(at('.gongkai/office'), { recursive: true, mode: 0o700 });
  const options = { repository: at('.gongkai/portal.git'), key: at('.gongkai/office/office-key'), host: 'www.test.gov.example', review };
  await (await Store.open({ ...options, content: at('content') })).close();
  cpSync(at('.gongkai'), at('before'), { recursive: true });
});

test('the key is changed by a signed act that names who and why; the log has it, the new key alone is kept, and a backup restores with it', async () => {
  expect(key('change')).toEqual({
    status: 0,
    stdout: [
      '已经更换签名密钥，提交 编号。',
      '公钥：ssh-ed25519 公钥',
      '指纹：指纹',
      '代码平台、核对用的公钥文件里加上新公钥，以前的留着；state 文件夹里的 office-key.allowed 已经是新的。',
      '在网站以外也公布新公钥的指纹（公告、公函、留存的纸质记录）。',
      '接着备份一次。',
      '',
    ].join('\n'),
    stderr: '',
  });
  cpSync(at('.gongkai'), at('after'), { recursive: true });
  expect(await new Git(at('.gongkai/portal.git')).line(['log', '-1', '--format=%ae %s', 'main'])).toBe(
    'county-office@www.test.gov.example 更换签名密钥',
  );
  expect(readFileSync(at('.gongkai/office/audit.jsonl'), 'utf8')).toMatch(/"act":"key-change","detail":"SHA256:/u);
  expect(key('change')).toEqual({ status: 2, stdout: '', stderr: '上一次提交就是更换密钥，没有再换。\n' });
  expect(readFileSync(at('.gongkai/office/office-key'), 'utf8')).not.toBe(readFileSync(at('before/office/office-key'), 'utf8'));
  expect(existsSync(at('.gongkai/office/office-key.next'))).toBe(false);

  expect(gongkai('backup').status).toBe(0);
  expect(
    gongkai('restore', join('.gongkai/backups', execFileSync('ls', [at('.gongkai/backups')], { encoding: 'utf8' }).trim()), '--drill')
      .stdout,
  ).toContain('| 责任记录 | 每次提交的签名、时间、签字都核对过，没有问题 |');
});

/** What lies there when a change was broken off, by what had been done. */
const BROKEN_OFF: Record<string, (place: string) => void> = {
  'a new key half made': (place) => {
    cpSync(at('before'), place, { recursive: true });
    copyFileSync(at('after/office/office-key'), join(place, 'office/office-key.next.making'));
  },
  'a new key made': (place) => {
    cpSync(at('before'), place, { recursive: true });
    copyFileSync(at('after/office/office-key'), join(place, 'office/office-key.next'));
  },
  'the commit on main': (place) => {
    cpSync(at('before'), place, { recursive: true });
    rmSync(join(place, 'portal.git'), { recursive: true });
    cpSync(at('after/portal.git'), join(place, 'portal.git'), { recursive: true });
    copyFileSync(at('after/office/office-key'), join(place, 'office/office-key.next'));
  },
  'the new public key written down': (place) => {
    cpSync(at('after'), place, { recursive: true });
    renameSync(join(place, 'office/office-key'), join(place, 'office/office-key.next'));
    copyFileSync(at('before/office/office-key'), join(place, 'office/office-key'));
  },
};

test.each(Object.keys(BROKEN_OFF))(
  'broken off with %s, the office opens, the chain verifies, and the change can be made',
  async (moment) => {
    const place = at(`broken-${Object.keys(BROKEN_OFF).indexOf(moment)}`);
    BROKEN_OFF[moment]!(place);
    const isChanged = moment.includes('main') || moment.includes('public');
    await open(place);
    const used = readFileSync(join(place, 'office/office-key'), 'utf8');
    expect(used === readFileSync(at('after/office/office-key'), 'utf8')).toBe(isChanged);
    expect(existsSync(join(place, 'office/office-key.next'))).toBe(false);
    expect(faults(place).stdout).toContain('结论：没有发现问题。');
    const again = key('change', '--repo', join(place, 'portal.git'), '--state', join(place, 'office'));
    expect([again.status, again.stderr]).toEqual(isChanged ? [2, '上一次提交就是更换密钥，没有再换。\n'] : [0, '']);
  },
);

test('a key that is not the repository’s is told of, with which one signed it', async () => {
  cpSync(at('after'), at('mixed'), { recursive: true });
  copyFileSync(at('before/office/office-key'), at('mixed/office/office-key'));
  await expect(open(at('mixed'))).rejects.toThrow(
    /^办公平台的签名密钥 .* 不是内容库的那一把：内容库由 SHA256:\S+ 签名。内容库和密钥要从同一份备份恢复；恢复不了的，用 gongkai key change --lost 更换。$/u,
  );
});

test('the commands of the handbook, as they stand', () => {
  cpSync(at('after'), at('handbook/.gongkai'), { recursive: true });
  const text = readFileSync(new URL('../cms/office/keys/KEYS.md', import.meta.url), 'utf8');
  const commands = [...text.matchAll(/^ *((?:ssh-keygen|npx gongkai) .*)$/gmu)].map(([, line]) =>
    line!.replace('npx gongkai', `node ${SCRIPT}`).replace('账号', 'county-office'),
  );
  const [make, register, planned, lost, stolen] = commands;
  const run = (line: string) =>
    execFileSync('sh', ['-c', line], { cwd: at('handbook'), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  run(make!);
  expect(run(register!)).toContain('已经登记备用密钥');
  expect(run(planned!)).toContain('已经更换签名密钥');
  expect(
    run(register!.replace('backup-key.pub', 'second-key.pub').replace('node', `ssh-keygen -q -t ed25519 -N '' -f second-key && node`)),
  ).toContain('已经登记');
  rmSync(at('handbook/.gongkai/office/office-key'));
  expect(run(lost!.replace('--backup-key backup-key', '--backup-key second-key'))).toContain('以前的留着');
  expect(run(register!)).toContain('已经登记备用密钥');
  expect(run(stolen!)).toContain('以前的不再用');
  expect(commands).toHaveLength(5);
});

test('wrong usage is told in a sentence', () => {
  const refused = (words: string, ...args: string[]) => expect(key(...args)).toEqual({ status: 2, stdout: '', stderr: `${words}\n` });
  refused('--lost 和 --stolen 只写一个。', 'change', '--lost', '--stolen');
  refused('--backup-key 要和 --lost 或者 --stolen 一起写。', 'change', '--backup-key', 'x');
  refused('没有仓库 nowhere。核对 --repo 的路径。', 'change', '--repo', 'nowhere');
  refused('没有文件 none.pub。核对公钥的路径。', 'backup', 'none.pub');
  expect(gongkai('key', 'change', '--by', 'nobody', '--reason', '换').stderr).toBe('内容库里没有账号 nobody。核对 --by 的账号。\n');
});
