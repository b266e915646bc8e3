import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { addEntry, makeCounty, writeCounty } from '../cms/library/testing/made-up-county.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gongkai-waivers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TEXT = readFileSync(join(ROOT, 'checks/WAIVERS.md'), 'utf8');
const blocks = (language: string) =>
  [...TEXT.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'gu'))].map(([, block]) => block!);
const [makeKey, register, , list, sign, confirm, renew] = blocks('sh') as [string, string, string, string, string, string, string];
const WAIVER = blocks('yaml')[0]!;

const askpass = join(folder, 'passphrase');
writeFileSync(askpass, '#!/bin/sh\necho correct-horse\n', { mode: 0o755 });
mkdirSync(join(folder, '.ssh'));
mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
symlinkSync(join(ROOT, 'scripts/gongkai.ts'), join(folder, 'node_modules/.bin/gongkai'));
const PATH = [join(ROOT, 'node_modules/.bin'), dirname(process.execPath), process.env.PATH].join(':');
const env = { ...process.env, PATH, HOME: folder, SSH_ASKPASS: askpass, SSH_ASKPASS_REQUIRE: 'force', npm_config_update_notifier: 'false' };

/** Runs commands as the document has them, in the folder that holds the content; what a machine has its shells read first is left out. */
function run(commands: string) {
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-euc', commands], { cwd: folder, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const county = makeCounty();
addEntry(county.files, 'school', 'news', 40, { title: '教研资料' }, '全文见[文库](https://wenku.baidu.com/view/1)。');
writeCounty(join(folder, 'content'), county);
const file = join(folder, 'content/waivers/wenku.yaml');

test('the commands of WAIVERS.md make, sign and renew a waiver that holds', () => {
  expect(run(makeKey)).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(run(register)).toEqual({ status: 0, stdout: '', stderr: '' });
  const found = JSON.parse(run(list).stdout).findings.find(({ rule }: { rule: string }) => rule === 'links/paid-or-walled');
  expect(found.file).toBe(/^path: (.*)$/mu.exec(WAIVER)![1]);
  const written = WAIVER.replace('0123456789abcdef', `'${found.fingerprint}'`);
  writeFileSync(file, written);
  expect(run(sign)).toMatchObject({ status: 0, stdout: '' });
  writeFileSync(file, written.replace("until: '2026-12-31'", "until: '2027-03-18'"));
  expect(run(renew)).toMatchObject({ status: 0, stdout: '' });
  const confirmed = run(confirm);
  expect(confirmed.stderr).toBe('');
  expect(confirmed.stdout).toMatch(/，另有 1 处经批准豁免。\n$/u);
  expect(confirmed.stdout).not.toMatch(/paid-or-walled|waivers-hold/u);
});

test('the fingerprint of a public key can be told over the telephone', () => {
  expect(run(blocks('sh')[2]!).stdout).toMatch(/^256 SHA256:\S+ school-secrecy \(ED25519\)\n$/u);
});
