import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Finding } from '../finding.ts';
import { rulesOf } from '../rule.ts';
import { rules as allRules } from '../rules/of-pages.ts';
import { runRule } from './run-rule.ts';
import { SitePages } from './site-pages.ts';

/** What a thread is given. */
export interface PagesToJudge {
  folder: string;
  /** Paths of all files of the site. */
  paths: readonly string[];
  /** The pages that this thread judges. */
  pages: readonly string[];
}

/** Pages after which a thread says how far it is. */
const STEP = 100;

/** What the rules on pages have against these pages of a built site. */
export function judgePages(
  { folder, paths, pages }: PagesToJudge,
  rules = allRules,
  onDone: (pages: number) => void = () => {},
): Finding[] {
  const site = new SitePages(folder, paths);
  const judges = rulesOf('page', rules);
  return pages.flatMap((path, at) => {
    const page = site.page(path);
    const found = judges.flatMap((rule) => runRule(rule, page, { file: path.slice(1), sha256: '' }).map(({ finding }) => finding));
    if ((at + 1) % STEP === 0) onDone(STEP);
    return found;
  });
}

const isThread = !isMainThread && (workerData as { judgePages?: true } | null)?.judgePages === true;
if (isThread) parentPort!.postMessage(judgePages(workerData as PagesToJudge, allRules, (done) => parentPort!.postMessage(done)));
