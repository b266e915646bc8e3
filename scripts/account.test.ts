import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { toSource } from '../cms/library/content.ts';
import { makeCounty, writeCounty } from '../cms/library/testing/made-up-county.ts';
import { Accounts } from '../cms/office/accounts/accounts.ts';
import { readPeople } from '../cms/office/accounts/people.ts';

const SCRIPT = fileURLToPath(new URL('gongkai.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gongkai-account-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeCounty(join(folder, 'content'), makeCounty());
const [person] = [...readPeople(toSource({ folder: join(folder, 'content') })).keys()];

function gongkai(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync('node', [SCRIPT, ...args], { cwd: folder, encoding: 'utf8', input });
  return { status, stdout, stderr };
}
const state = join(folder, '.gongkai/office');

test('accounts are opened, changed, disabled, enabled and listed, and each act is in the audit log', async () => {
  const added = gongkai(['account', 'add', person!]);
  expect(added).toMatchObject({ status: 0, stderr: '' });
  const [, password = ''] = /^已经开通账号 \S+，密码 ([a-z2-9]{4}(?:-[a-z2-9]{4}){3})。密码只显示这一次。\n$/u.exec(added.stdout) ?? [];
  const accounts = new Accounts(state);
  expect(await accounts.accepts(person!, password)).toBe(true);
  expect(await accounts.accepts(person!, `${password}x`)).toBe(false);
  expect(await accounts.accepts('nobody', password)).toBe(false);

  expect(gongkai(['account', 'passwd', person!, '--stdin'], 'correct horse\n').stdout).toBe(`账号 ${person} 的密码已经改好。\n`);
  expect(await accounts.accepts(person!, password)).toBe(false);
  expect(await accounts.accepts(person!, 'correct horse')).toBe(true);

  expect(gongkai(['account', 'disable', person!]).stdout).toBe(`账号 ${person} 已经停用。\n`);
  expect(await accounts.accepts(person!, 'correct horse')).toBe(false);
  expect(gongkai(['account', 'list']).stdout).toBe(`${person}　停用\n`);
  expect(gongkai(['account', 'enable', person!]).stdout).toBe(`账号 ${person} 已经启用。\n`);
  expect(gongkai(['account', 'list']).stdout).toBe(`${person}　在用\n`);
  accounts.close();

  expect(statSync(state).mode & 0o777).toBe(0o700);
  expect(statSync(join(state, 'accounts.sqlite')).mode & 0o777).toBe(0o600);
  expect(gongkai(['audit'])).toEqual({ status: 0, stdout: '审计记录共 4 行，没有发现改动。\n', stderr: '' });
  for (const name of ['accounts.sqlite', 'audit.jsonl', 'audit.sqlite']) {
    expect(readFileSync(join(state, name)).includes('correct horse')).toBe(false);
    expect(readFileSync(join(state, name)).includes(password)).toBe(false);
  }
  const log = readFileSync(join(state, 'audit.jsonl'), 'utf8');
  writeFileSync(join(state, 'audit.jsonl'), log.replace('account-disable', 'account-enable'));
  expect(gongkai(['audit'])).toEqual({
    status: 1,
    stdout: '',
    stderr: '第4行与前一行接不上。前一行被改动过，或者这里删去、插入、调换过记录。\n',
  });
  writeFileSync(join(state, 'audit.jsonl'), log);
  expect(gongkai(['audit', '--csv']).stdout).toContain('"account-disable"');
});

test.each([
  [['account', 'add', 'stranger'], '', '各单位的发布人员里没有 "stranger"。先在 units/ 下的单位文件里写上这个人和角色。\n'],
  [['account', 'add', person!], '', `已经有账号 ${person}。改密码用 gongkai account passwd，重新启用用 gongkai account enable。\n`],
  [['account', 'passwd', 'stranger'], '', '没有账号 "stranger"。用 gongkai account list 查看全部账号。\n'],
  [['account', 'disable', '../x\n'], '', '没有账号 "../x\\n"。用 gongkai account list 查看全部账号。\n'],
  [['account', 'passwd', person!, '--stdin'], 'short\n', '密码要有10到128个字符。\n'],
  [['account', 'passwd', person!, '--stdin'], 'aaaaaaaaaaaa', '密码里不同的字符太少。换一个。\n'],
  [['account', 'passwd', person!, '--stdin'], `my ${person} 2026`, '密码里不能有账号。换一个。\n'],
  [['audit', '--state', 'nowhere'], '', 'nowhere 里没有审计记录。核对 --state 的路径。\n'],
])('%j is refused with one plain sentence', (args, input, words) => {
  expect(gongkai(args, input)).toEqual({ status: 2, stdout: '', stderr: words });
});
