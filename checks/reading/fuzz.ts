import { type ChildProcess, fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Effort } from './effort.ts';
import type { Outcome } from './fuzz/child.ts';

/**
 * Damages files of a format and reads them, to find what makes a reader crash, hang or grow. Prints numbers, no content;
 * `--only` with the number of a case repeats it. Minutes are the processor's, spent reading.
 */
const USAGE = 'Usage: node checks/reading/fuzz.ts FORMAT [--minutes 10] [--from 1] [--only NUMBER]';
/** What one file may take: in milliseconds, and in MB. */
const MOST = { processor: 20_000, idle: 120_000 };
const LARGEST = 1024;
const WATCH_MS = 250;
/** Linux counts a process's time in hundredths of a second. */
const TICK = 10;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '10' },
    from: { type: 'string', default: '1' },
    only: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const [format = ''] = positionals;
const formats = readdirSync(new URL('fuzz-seeds/', import.meta.url)).map((name) => name.replace(/\.ts$/u, ''));
if (values.help || !formats.includes(format)) {
  console.error(`${USAGE}\nFORMAT is one of ${formats.join(', ')}.`);
  process.exit(values.help ? 0 : 2);
}

const enough = Number(values.minutes) * 60_000;
const found = { crashes: 0, hangs: 0, large: 0, faults: 0 };
let child: ChildProcess | undefined;
let number = Number(values.only ?? values.from);
let cases = 0;
let spent = 0;
let slowest = 0;
let largest = 0;

for (; values.only === undefined ? spent < enough : cases === 0; number++) {
  child ??= await start();
  const outcome = await run(child, number);
  cases++;
  if (typeof outcome === 'string') {
    found[outcome]++;
    if (outcome === 'hangs') spent += MOST.processor;
    console.log(`${format} ${number}: ${outcome === 'hangs' ? `longer than ${MOST.processor / 1000} s` : 'the process ended'}`);
    child.kill('SIGKILL');
    child = undefined;
    continue;
  }
  spent += outcome.milliseconds;
  slowest = Math.max(slowest, outcome.milliseconds);
  largest = Math.max(largest, outcome.megabytes);
  found.faults += outcome.faults.length;
  for (const fault of new Set(outcome.faults)) console.log(`${format} ${number}: ${fault}`);
  if (outcome.megabytes > LARGEST) {
    found.large++;
    console.log(`${format} ${number}: ${Math.round(outcome.megabytes)} MB`);
    child.kill('SIGKILL');
    child = undefined;
  }
}
child?.kill();
console.log(
  `${format}: ${cases} cases in ${(spent / 60_000).toFixed(1)} minutes of the processor's time, ${found.crashes} crashes, ${found.hangs} hangs, ${found.large} over ${LARGEST} MB, ${found.faults} faults; slowest ${Math.round(slowest)} ms, largest ${Math.round(largest)} MB`,
);
process.exitCode = found.crashes + found.hangs + found.large + found.faults > 0 ? 1 : 0;

async function start(): Promise<ChildProcess> {
  const path = fileURLToPath(new URL('fuzz/child.ts', import.meta.url));
  const started = fork(path, [format], { execArgv: ['--max-old-space-size=1024'], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  await new Promise<void>((resolve, reject) => {
    started.once('message', () => resolve());
    started.once('exit', () => reject(new Error('The seeds could not be made.')));
  });
  started.removeAllListeners('exit');
  return started;
}

function run(process: ChildProcess, number: number): Promise<Outcome | 'crashes' | 'hangs'> {
  return new Promise((resolve) => {
    const effort = new Effort(MOST, WATCH_MS, processorTime(process));
    const timer = setInterval(() => effort.isTooLong(processorTime(process)) && done('hangs'), WATCH_MS);
    const onExit = () => done('crashes');
    const done = (outcome: Outcome | 'crashes' | 'hangs') => {
      clearInterval(timer);
      process.off('message', done).off('exit', onExit);
      resolve(outcome);
    };
    process.on('message', done).on('exit', onExit);
    process.send(number);
  });
}

/** Milliseconds that the processor worked for a process so far, in all its threads. */
function processorTime({ pid }: ChildProcess): number {
  try {
    const [user = 0, system = 0] = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /u, '')
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return (user + system) * TICK;
  } catch {
    return 0;
  }
}
