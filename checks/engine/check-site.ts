import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { compareFindings, type Finding } from '../finding.ts';
import type { Checked } from './checked.ts';
import { judgePages, type PagesToJudge } from './judge-pages.ts';
import { sitePaths } from './site-files.ts';

/** Pages below which starting a thread takes longer than it saves. */
const WORTH_A_THREAD = 200;

/**
 * What the rules on pages have against a built site. Nothing of it can be waived: the site is ours to mend.
 * @param folder a release, or the link to the present one
 * @throws SourceError when there is no built site in the folder
 */
export async function checkSite(
  folder: string,
  onProgress: (stage: 'judge', done: number, of: number) => void = () => {},
): Promise<Checked> {
  const paths = sitePaths(folder);
  const pages = paths.filter((path) => path.endsWith('.html'));
  const threads = Math.max(1, Math.min(availableParallelism(), Math.floor(pages.length / WORTH_A_THREAD)));
  let done = 0;
  const onDone = (more: number) => onProgress('judge', (done += more), pages.length);
  const parts = Array.from({ length: threads }, (_, nth) => pages.filter((_, at) => at % threads === nth));
  const said =
    threads === 1
      ? [judgePages({ folder, paths, pages }, undefined, onDone)]
      : await Promise.all(parts.map((part) => judgeInThread({ folder, paths, pages: part }, onDone)));
  return { findings: said.flat().sort(compareFindings), waived: [], known: [], files: pages.length };
}

function judgeInThread(work: PagesToJudge, onDone: (pages: number) => void): Promise<Finding[]> {
  const worker = new Worker(new URL('./judge-pages.ts', import.meta.url), { workerData: { ...work, judgePages: true } });
  return new Promise((resolve, reject) => {
    worker.on('message', (said: number | Finding[]) => (typeof said === 'number' ? onDone(said) : resolve(said)));
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a thread that judges pages ended with ${code}`)));
  });
}
