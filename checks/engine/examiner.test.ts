import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Finding } from '../finding.ts';
import { Cache } from './cache.ts';
import { Examiner } from './examiner.ts';
import { GateError } from './gate-error.ts';
import { LIMITS } from './limits.ts';
import { testCanaries } from './test-canaries.ts';
import { versionOf } from './version.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-examiner-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (path: string) => ({ path, bytes: new TextEncoder().encode('内容'), isAttachment: true });
const FILES = [file('a.txt'), file('bad.txt'), file('c.txt')];

const LOOP = 'for (;;);';

/** Answers as the real one does, until a file called `bad` comes. */
function examinerThat(does: string): Examiner {
  const silence = does === LOOP ? 2000 : 60_000;
  const script = join(folder, 'examine.mjs');
  writeFileSync(
    script,
    `setInterval(() => process.send({ kind: 'pulse', memory: process.memoryUsage.rss() }), 50).unref();
    process.on('disconnect', () => process.exit());
    process.on('message', async ({ files }) => {
      if (files.some(({ path }) => path.startsWith('bad'))) { ${does} }
      process.send({ kind: 'done', findings: files.map(() => []) });
    });`,
  );
  return new Examiner(script, { ...LIMITS, silence, start: 10_000, pulse: 50, heap: 64, memory: 400_000_000 });
}

test.each([
  ['dies as native code dies', "process.kill(process.pid, 'SIGSEGV'); await new Promise(() => {});", '读取程序中途退出，没有读完'],
  ['is killed by the system', "process.kill(process.pid, 'SIGKILL'); await new Promise(() => {});", '读取程序中途退出，没有读完'],
  ['fills its heap', 'const all = []; for (;;) all.push(Array.from({ length: 1e5 }, () => ({})));', '读取程序中途退出，没有读完'],
  [
    'takes memory outside the heap',
    'const all = []; for (;;) { all.push(Buffer.alloc(2e7, 1)); await new Promise((r) => setTimeout(r, 20)); }',
    '展开后占用的内存过大，没有读完',
  ],
  ['loops for ever', LOOP, '检查用时过长，没有读完'],
  ['ends by itself', 'process.exit(0);', '读取程序中途退出，没有读完'],
])('a file at which the examiner %s is a finding; the files that came with it are judged', async (_, does, words) => {
  const examiner = examinerThat(does);
  try {
    const [a, bad, c] = await examiner.examine(FILES, new Map());
    expect([a, c]).toEqual([
      { findings: [], isWhole: true },
      { findings: [], isWhole: true },
    ]);
    expect(bad).toMatchObject({ isWhole: false, findings: [{ rule: 'attachment/readable', file: 'bad.txt' }] });
    expect(bad!.findings[0]!.message).toContain(words);
    expect(await examiner.examine([file('d.txt')], new Map())).toEqual([{ findings: [], isWhole: true }]);
  } finally {
    examiner.close();
  }
});

test('a planted mark that is not found means that the checks do not work', async () => {
  const canaries = join(folder, 'canary.txt');
  writeFileSync(canaries, '内容');
  rmSync(join(folder, 'examine.mjs'), { force: true });
  await expect(testCanaries(folder)).rejects.toThrow(GateError);
  await expect(testCanaries()).resolves.toBeUndefined();
});

test('judgements of other rules or word lists are forgotten; damage costs nothing but time', () => {
  const lexicon = (advice: string) => versionOf(new Map([['words', [{ word: '试验', advice }]]]));
  expect(lexicon('一')).not.toBe(lexicon('二'));
  expect(lexicon('一')).toBe(lexicon('一'));
  const path = join(folder, 'judged.db');
  const remember = (version: string, said?: Finding[]) => {
    const cache = new Cache(path, version);
    const before = cache.get('key');
    if (said) cache.set('key', said);
    cache.close();
    return before;
  };
  expect(remember('one', [])).toBeUndefined();
  expect(remember('one')).toEqual([]);
  expect(remember('two')).toBeUndefined();
  expect(remember('one', [])).toBeUndefined();
  writeFileSync(path, 'damaged'.repeat(10_000));
  expect(remember('one', [])).toBeUndefined();
  expect(remember('one')).toEqual([]);
});
