import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { FailedError, measure } from './measure.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-measure-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (script: string) => measure({ program: process.execPath, args: ['-e', script], cwd: folder }, join(folder, 'log'));

/** Keeps a core busy and memory full, then ends. */
const WORK = `
  const full = Buffer.alloc(96 * 1024 * 1024, 1);
  const end = process.cpuUsage().user + 400_000;
  while (process.cpuUsage().user < end);
  console.log(full.length);`;

test.skipIf(process.platform !== 'linux')('a process is measured with everything that it started', async () => {
  const alone = await run(WORK);
  expect(alone.output).toBe(`${96 * 1024 * 1024}\n`);
  expect(alone.user).toBeGreaterThan(0.35);
  expect(alone.wall).toBeGreaterThan(0.35);
  expect(alone.largest).toBeGreaterThan(96 * 1024 * 1024);

  const both = await run(`
    const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(WORK)}], { stdio: 'inherit' });
    ${WORK}`);
  expect(both.user).toBeGreaterThan(0.75);
  expect(both.largest).toBeGreaterThan(96 * 1024 * 1024);
  expect(both.together).toBeGreaterThan(1.5 * 96 * 1024 * 1024);
});

test.skipIf(process.platform !== 'linux')('what a process started and killed without waiting for its end is measured too', async () => {
  const killed = await run(`
    const { spawn } = require('node:child_process');
    const child = spawn(process.execPath, ['-e', ${JSON.stringify(`${WORK} setInterval(() => {}, 1000);`)}], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.once('data', () => setTimeout(() => {
      child.kill('SIGKILL');
      process.exit();
    }, 200));`);
  expect(killed.user).toBeGreaterThan(0.35);
});

test.skipIf(process.platform !== 'linux')('a process that fails says what it said last', async () => {
  const failing = run('console.error("没有内容"); process.exit(3)');
  await expect(failing).rejects.toBeInstanceOf(FailedError);
  await expect(failing).rejects.toMatchObject({ said: '没有内容' });
});
