import { Budget } from '../budget.ts';
import { readerFaults, readFile } from '../read.ts';
import { loadSeeds, makeCase } from './make-case.ts';

/** What one case did, without any word of the file. */
export interface Outcome {
  number: number;
  /** Time of the processor, so that a busy machine makes no difference. */
  milliseconds: number;
  /** Largest memory of the process so far, in megabytes. */
  megabytes: number;
  /** Class and first place of errors that a reader threw; its messages may hold words. */
  faults: string[];
}

const [format = ''] = process.argv.slice(2);
const seeds = await loadSeeds(format);
let faults: string[] = [];
readerFaults.subscribe((error) => faults.push(placeOf(error)));

process.on('message', async (number: number) => {
  faults = [];
  const bytes = makeCase(seeds, number);
  const start = process.cpuUsage();
  try {
    // OCR is slow, and a library of its own: it is not what is tried here.
    await readFile(`file.${format}`, bytes, new Budget({ pictures: 0 }));
  } catch (error) {
    faults.push(`past readFile: ${placeOf(error)}`);
  }
  const { user, system } = process.cpuUsage(start);
  const outcome: Outcome = { number, milliseconds: (user + system) / 1000, megabytes: process.resourceUsage().maxRSS / 1024, faults };
  process.send?.(outcome);
});
process.on('disconnect', () => process.exit());
process.send?.('ready');

function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error';
  const line = error.stack?.split('\n').find((line) => /^\s+at /u.test(line));
  return `${error.constructor.name}${line?.replace(/^\s+at/u, ' at').replace(/\(?file:\/\/.*\/(?=checks|node_modules)/u, '(') ?? ''}`;
}
