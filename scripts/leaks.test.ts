import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { addEntry, makeCounty, writeCounty } from '../cms/library/testing/made-up-county.ts';

const GONGKAI = fileURLToPath(new URL('./gongkai.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gongkai-leaks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Invented; the area code is not in use. */
const NUMBER = '99010119900101001';
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID = NUMBER + '10X98765432'[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(NUMBER[at]), 0) % 11];
const MARK = '绝密★17年';
const PASSWORD = 'Qx7#mVt2Lp9w';
const LOGIN = `用户名：admin 密码：${PASSWORD}`;
const SECRETS = [ID, MARK, PASSWORD];

/** Every way in which a secret can stand in a file of bytes. */
const FORMS = SECRETS.flatMap((secret) => {
  const escaped = [...secret].map((one) => (one < '\u0080' ? one : `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)).join('');
  return [
    Buffer.from(secret),
    Buffer.from(secret, 'utf16le'),
    Buffer.from(secret, 'utf16le').swap16(),
    Buffer.from(escaped),
    Buffer.from(encodeURI(secret)),
  ];
});
const leaksIn = (bytes: Uint8Array) =>
  FORMS.filter((form) => Buffer.from(bytes).includes(form)).map(
    (form) => `${SECRETS.findIndex((secret) => form.includes(Buffer.from(secret)))}`,
  );

function plant(): string {
  const county = makeCounty();
  let sequence = 40;
  const add = (fields: Record<string, unknown>, body?: string) => addEntry(county.files, 'school', 'news', sequence++, fields, body);
  for (const secret of [ID, MARK, LOGIN]) {
    add({ title: `名单 ${secret}` });
    add({ [secret]: '值' });
    add({ unknown: { [secret]: [secret] } });
    add({ summary: secret, source: secret, column: secret, index_number: secret, published_at: secret });
    add({ topics: [secret], attachments: [{ file: secret, title: secret }] });
    add(
      {},
      `正文 ${secret}\n\n[链接](${secret} "${secret}")\n\n![图](${secret}.png)\n\n<!-- ${secret} -->\n\n| 甲 |\n| --- |\n| ${secret} |\n`,
    );
    const slug = `entries/school/news/2026/202603-000${sequence++}`;
    county.files.set(`${slug}/index.md`, `---\ntitle: [${secret}\n  ${secret}: {\n---\n\n${secret}\n`);
    const named = `entries/school/news/2026/202603-000${sequence}`;
    add({ attachments: [{ file: `${secret}.txt`, title: '附件' }] });
    county.files.set(`${named}/${secret}.txt`, `${secret}\n`);
    county.files.set(`topics/t${sequence}.yaml`, `title: ${secret}\nunit: ${secret}\n${secret}: ${secret}\nopened_on: ${secret}\n`);
  }
  const broken = `name: ${ID}\n  bad: [${MARK}\n`;
  county.files.set('units/broken.yaml', broken);
  const at = join(folder, 'content');
  const work = join(folder, 'work');
  const git = (...args: string[]) => execFileSync('git', ['-C', work, '-c', 'user.name=t', '-c', 'user.email=t@example.invalid', ...args]);
  writeCounty(work, makeCounty());
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'before');
  writeCounty(work, county, makeCounty());
  git('add', '-A');
  git('commit', '-qm', 'after');
  writeCounty(at, county);
  return at;
}

const content = plant();
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('node', [GONGKAI, ...args], { cwd: folder, maxBuffer: 2 ** 28 });
  return { status, stdout, stderr, leaks: [...leaksIn(stdout), ...leaksIn(stderr)] };
};

const CHANGE = ['--repo', 'work', '--base', 'HEAD~1', '--head', 'HEAD'];

test.each([
  ['text', ['--content', 'content']],
  ['json', CHANGE],
  ['markdown', CHANGE],
  ['sarif', CHANGE],
  ['gitlab', CHANGE],
  ['github', CHANGE],
])('nothing that check prints as %s holds what was planted', (format, from) => {
  expect(run('check', ...from, '--as-of', '2026-03-20', '--format', format)).toMatchObject({ status: 1, leaks: [] });
});

test('what check keeps holds nothing of it, but for the index of the content', () => {
  const checks = join(folder, '.gongkai/checks');
  const kept = readdirSync(checks, { recursive: true, encoding: 'utf8' }).filter((name) => /\/(?!index\.db)/u.test(name));
  expect(kept.some((name) => name.endsWith('judged.db'))).toBe(true);
  for (const name of kept) expect({ name, leaks: leaksIn(readFileSync(join(checks, name))) }).toEqual({ name, leaks: [] });
});

test('scan finds every planted file without repeating it', () => {
  const names = readdirSync(content, { recursive: true, withFileTypes: true }).filter(
    (item) => item.isFile() && item.parentPath.includes('202603-0004'),
  );
  mkdirSync(join(folder, 'plain'));
  const files = names.map(({ parentPath, name }, at) => {
    const to = join('plain', `${at}.${name.endsWith('.md') ? 'md' : 'txt'}`);
    cpSync(join(parentPath, name), join(folder, to));
    return to;
  });
  writeFileSync(join(folder, `${MARK}.txt`), LOGIN);
  expect(run('scan', ...files, `${MARK}.txt`)).toMatchObject({ status: 1, leaks: [] });
  expect(run('scan', ...files, '--format', 'json')).toMatchObject({ status: 1, leaks: [] });
  const named = run('scan', `${MARK}.txt`, '--format', 'json');
  const [{ file, ...rest }] = JSON.parse(String(named.stdout));
  expect(file).toBe(`${MARK}.txt`);
  expect([rest.verdict, leaksIn(Buffer.from(JSON.stringify(rest)))]).toEqual(['block', []]);
});

test('nothing that build prints holds what was planted', () => {
  expect(run('build', '--content', content, '--out', 'site', '--as-of', '2026-03-20')).toMatchObject({ status: 1, leaks: [] });
});
