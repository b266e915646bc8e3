import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const GONGKAI = fileURLToPath(new URL('./gongkai.ts', import.meta.url));
const CACHE = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url));
let home: string;
let folder: string;

beforeAll(() => {
  mkdirSync(CACHE, { recursive: true });
  home = mkdtempSync(join(CACHE, 'gongkai-test-'));
  folder = mkdtempSync(join(tmpdir(), 'gongkai-compiled-'));
  writeFileSync(join(folder, '通知.txt'), '绝密★启用前\n');
});
afterAll(() => {
  for (const path of [home, folder]) rmSync(path, { recursive: true, force: true });
});

const scan = (compiledHome: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [GONGKAI, 'scan', ...args, '--format', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GONGKAI_COMPILED: compiledHome },
  });
  return { status, stdout, stderr };
};
const places = () => readdirSync(home).map((name) => join(home, name));

test('compiled or not, a command says the same; it is compiled once', () => {
  const asItIs = scan('', '通知.txt');
  expect(asItIs).toMatchObject({ status: 1, stderr: '' });
  expect(asItIs.stdout).toContain('"rule": "secrecy/national-mark"');
  expect(scan(home, '通知.txt')).toEqual(asItIs);
  const [place, ...others] = places();
  expect(others).toEqual([]);
  const { mtimeMs } = statSync(join(place!, 'commands.mjs'));
  expect(scan(home, '通知.txt')).toEqual(asItIs);
  expect(places()).toEqual([place]);
  expect(statSync(join(place!, 'commands.mjs')).mtimeMs).toBe(mtimeMs);
  expect(scan(home, '没有.txt')).toEqual({ status: 2, stdout: '', stderr: '找不到“没有.txt”。核对文件名和路径。\n' });
});

test('what is damaged or cannot be written costs only time', () => {
  const asItIs = scan('', '通知.txt');
  scan(home, '通知.txt');
  for (const place of places()) writeFileSync(join(place, 'commands.mjs'), 'export const broken = {');
  expect(scan(home, '通知.txt')).toEqual(asItIs);
  for (const place of places()) writeFileSync(join(place, 'examine.mjs'), 'process.exit(1)');
  expect(scan(home, '通知.txt')).toEqual(asItIs);
  expect(scan(join(folder, '通知.txt', 'below'), '通知.txt')).toEqual(asItIs);
});
