import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { Finding } from '../checks/finding.ts';

const GONGKAI = fileURLToPath(new URL('./gongkai.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gongkai-scan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const scan = (args: readonly string[], ...node: string[]) => {
  const { status, stdout, stderr } = spawnSync('node', [...node, GONGKAI, 'scan', ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
};

writeFileSync(join(folder, 'good.txt'), '本周六上午停水，请提前储水。\n');
writeFileSync(join(folder, 'bad.txt'), '机密★1年\n\n关于某事的通知\n');
writeFileSync(join(folder, 'line\nbreak\u001b[31m.txt'), '机密★1年\n');
mkdirSync(join(folder, 'folder'));
execFileSync('mkfifo', [join(folder, 'pipe')]);

test.each([
  [['nowhere.txt'], '找不到“nowhere.txt”。核对文件名和路径。'],
  [['good.txt', 'gone\nagain.txt'], '找不到“gone again.txt”。核对文件名和路径。'],
  [['folder'], '“folder”不是文件。写上要查的文件。'],
  [['pipe'], '“pipe”不是文件。写上要查的文件。'],
  [['good.txt', '--format', 'sarif'], '--format 只能是 text 或者 json。'],
  [[], '还没有写“文件”。用 gongkai scan --help 查看用法。'],
])('%j is refused with one plain sentence and exit code 2', (args, words) => {
  expect(scan(args)).toEqual({ status: 2, stdout: '', stderr: `${words}\n` });
});

test('json: verdicts in the order given, also of one file given twice', () => {
  const { status, stdout, stderr } = scan(['bad.txt', 'good.txt', 'bad.txt', '--format', 'json']);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  const bad = {
    file: 'bad.txt',
    verdict: 'block',
    findings: [
      {
        rule: 'secrecy/national-mark',
        severity: 'block',
        where: expect.any(String),
        message: expect.stringMatching(/国家秘密标志。立即停止上传/u),
      },
    ],
  };
  expect(JSON.parse(stdout)).toEqual([bad, { file: 'good.txt', verdict: 'pass', findings: [] }, bad]);
});

test('text: a line for each file; names cannot begin lines of their own; exit code 0 without findings', () => {
  const { status, stdout } = scan(['good.txt', 'line\nbreak\u001b[31m.txt']);
  expect(status).toBe(1);
  expect(stdout.split('\n').slice(0, 3)).toEqual([
    'good.txt 没有发现问题',
    'line\\u000abreak\\u001b[31m.txt 不能公开',
    expect.stringMatching(/^ {2}line\\u000abreak\\u001b\[31m\.txt:1:1 阻断：/u),
  ]);
  expect(scan(['good.txt'])).toEqual({ status: 0, stdout: 'good.txt 没有发现问题\n', stderr: '' });
});

test('a name that holds a mark is not repeated, neither in text nor when the file is missing', () => {
  writeFileSync(join(folder, '机密★1年.txt'), '内容\n');
  expect(scan(['机密★1年.txt']).stdout).not.toContain('机密');
  expect(scan(['机密★2年.txt']).stderr).not.toContain('机密');
});

test('somebody who stops reading changes nothing', () => {
  const args = ['-c', '"$0" "$@" | true; echo $PIPESTATUS', 'node', GONGKAI, 'scan', ...Array<string>(50).fill('bad.txt')];
  const { stdout, stderr } = spawnSync('bash', args, { cwd: folder, encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: '1\n', stderr: '' });
});

test('many large files are not all in memory', () => {
  writeFileSync(join(folder, 'large-0.bin'), Buffer.alloc(20_000_000, 1));
  const files = Array.from({ length: 60 }, (_, at) => `large-${at}.bin`);
  for (const file of files.slice(1)) linkSync(join(folder, 'large-0.bin'), join(folder, file));
  const tell = 'data:text/javascript,process.on("exit",()=>console.error(process.resourceUsage().maxRSS))';
  const { stdout, stderr } = scan([...files, '--format', 'json'], '--import', tell);
  expect(JSON.parse(stdout)).toHaveLength(60);
  expect(Number(stderr)).toBeLessThan(800_000);
});

test('a file that vanishes meanwhile ends the scan with exit code 2', async () => {
  const files = Array.from({ length: 400 }, (_, at) => `many-${at}.txt`);
  for (const file of files) writeFileSync(join(folder, file), '内容\n');
  const child = spawn('node', [GONGKAI, 'scan', ...files], { cwd: folder });
  let stderr = '';
  child.stdout.once('data', () => rmSync(join(folder, files.at(-1)!))).resume();
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect({ status, stderr }).toEqual({ status: 2, stderr: '找不到“many-399.txt”。核对文件名和路径。\n' });
});

test('a line of five million characters without any sign is searched to its end', () => {
  const told = `居民王小明的手机是13998260473身份证号码99010119800101123X`;
  writeFileSync(join(folder, 'long.txt'), `${'清岚县山水人民生活天地和美乡村路灯学校'.repeat(265_000)}${told}`);
  const { status, stdout, stderr } = scan(['long.txt', '--format', 'json']);
  const [{ findings }] = JSON.parse(stdout);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(findings.map(({ rule, severity }: Finding) => `${rule} ${severity}`)).toEqual(['privacy/phone block', 'privacy/id-number block']);
}, 120_000);
