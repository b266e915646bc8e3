import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import type { Finding } from '../finding.ts';
import { Cache } from './cache.ts';
import { Examiner } from './examiner.ts';
import { Examiners } from './examiners.ts';
import { GateError } from './gate-error.ts';
import { LIMITS } from './limits.ts';
import { testCanaries } from './test-canaries.ts';
import { versionOf } from './version.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-examiner-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where the script below says what number its process has. */
const NUMBER = join(folder, 'number');
const file = (path: string) => ({ path, bytes: new TextEncoder().encode('内容'), isAttachment: true });
const FILES = [file('a.txt'), file('bad.txt'), file('c.txt')];

const SLEEP = '(milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)';
const ALLOWED = { ...LIMITS, silence: 60_000, pulse: 50, heap: 64, memory: 400_000_000 };
const LOOP = 'for (;;);';

/** A script that answers as the real one does, until a file called `bad` comes; it tells its number in a file. */
function scriptThat(does: string): string {
  const script = join(folder, 'examine.mjs');
  writeFileSync(
    script,
    `import { writeFileSync } from 'node:fs';
    import { beWatched } from ${JSON.stringify(new URL('be-watched.ts', import.meta.url).href)};
    const sleep = ${SLEEP};
    beWatched(50);
    process.on('disconnect', () => process.exit());
    process.on('message', async ({ files }) => {
      if (files.some(({ path }) => path.startsWith('bad'))) {
        writeFileSync(${JSON.stringify(NUMBER)}, String(process.pid));
        ${does}
      }
      process.send({ kind: 'done', findings: files.map(() => []) });
    });`,
  );
  return script;
}

/** The number of the process that works on the bad file, once it does. */
async function numberOf(): Promise<number> {
  while (!existsSync(NUMBER) || readFileSync(NUMBER, 'utf8') === '') await setTimeout(20);
  return Number(readFileSync(NUMBER, 'utf8'));
}

/** Whether a process runs; one that has ended may still be listed. */
const isThere = (id: number) => {
  try {
    return !readFileSync(`/proc/${id}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
};

test.each([
  ['dies as native code dies', "process.kill(process.pid, 'SIGSEGV'); await new Promise(() => {});", '读取程序中途退出，没有读完'],
  ['is killed by the system', "process.kill(process.pid, 'SIGKILL'); await new Promise(() => {});", '读取程序中途退出，没有读完'],
  ['fills its heap', 'const all = []; for (;;) all.push(Array.from({ length: 1e5 }, () => ({})));', '读取程序中途退出，没有读完'],
  [
    'takes memory outside the heap, and never a turn,',
    'const all = []; for (;;) { all.push(Buffer.alloc(2e7, 1)); sleep(20); }',
    '展开后占用的内存过大，没有读完',
  ],
  ['loops for ever', LOOP, '检查用时过长，没有读完'],
  ['ends by itself', 'process.exit(0);', '读取程序中途退出，没有读完'],
])('a file at which the examiner %s is a finding; the files that came with it are judged', async (_, does, words) => {
  const examiner = new Examiner(scriptThat(does), does === LOOP ? { ...ALLOWED, silence: 1000 } : ALLOWED);
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

test.each([
  ['works without end, turn by turn', 'for (;;) await new Promise((resolve) => setImmediate(resolve));'],
  ['waits without end and never gets to a turn', 'sleep();'],
  ['waits for what never comes', 'await new Promise(() => {});'],
])('an examiner that %s is given up', async (_, does) => {
  const examiner = new Examiner(scriptThat(does), { ...ALLOWED, processor: 1000, idle: 2000 });
  try {
    const [bad] = await examiner.examine([file('bad.txt')], new Map());
    expect(bad!.findings[0]!.message).toContain('检查用时过长，没有读完');
  } finally {
    examiner.close();
  }
});

test('an examiner that the system stops, or that has to wait for the processor, has all its time when it goes on', async () => {
  const examiner = new Examiner(scriptThat('sleep(2500);'), { ...ALLOWED, silence: 2000, processor: 2000 });
  try {
    rmSync(NUMBER, { force: true });
    const judged = examiner.examine([file('bad.txt')], new Map());
    const id = await numberOf();
    process.kill(id, 'SIGSTOP');
    await setTimeout(2500);
    process.kill(id, 'SIGCONT');
    expect(await judged).toEqual([{ findings: [], isWhole: true }]);
  } finally {
    examiner.close();
  }
});

test('one that is closed while it examines starts no other process for what is left', async () => {
  const examiner = new Examiner(scriptThat(LOOP), ALLOWED);
  rmSync(NUMBER, { force: true });
  const judged = examiner.examine(FILES, new Map());
  const id = await numberOf();
  rmSync(NUMBER);
  examiner.close();
  expect((await judged).map(({ isWhole }) => isWhole)).toEqual([false, false, false]);
  expect([isThere(id), existsSync(NUMBER)]).toEqual([false, false]);
});

test('an examiner that loops ends with the process that started it, whatever ended that', async () => {
  rmSync(NUMBER, { force: true });
  const asks = `import { Examiner } from ${JSON.stringify(new URL('examiner.ts', import.meta.url).href)};
    await new Examiner(${JSON.stringify(scriptThat(LOOP))}).examine([{ path: 'bad.txt', bytes: new Uint8Array(), isAttachment: true }], new Map());`;
  const starter = spawn(process.execPath, ['--input-type=module', '--eval', asks]);
  const id = await numberOf();
  expect(isThere(id)).toBe(true);
  starter.kill('SIGKILL');
  while (isThere(id)) await setTimeout(50);
});

test('a planted mark that is not found means that the checks do not work', async () => {
  const canaries = join(folder, 'canary.txt');
  writeFileSync(canaries, '内容');
  rmSync(join(folder, 'examine.mjs'), { force: true });
  const examiners = new Examiners();
  await expect(testCanaries(examiners, folder)).rejects.toThrow(GateError);
  await expect(testCanaries(examiners)).resolves.toBeUndefined();
  examiners.close();
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
