import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { make } from '../../../checks/labelled/make/index.ts';
import { type BenchEntry, NEW_DAY, toColumns, toMarkdown, toNewEntry, writeCorpus } from '../corpus.ts';
import { type Measured, measure, type Run } from '../measure.ts';
import { commitFile, makeRepository } from '../repository.ts';
import { readVersion } from '../tools/installed.ts';
import type { CheckTask } from './tasks.ts';

export interface CheckResult extends Measured {
  task: CheckTask;
  /** Counted from 1. */
  round: number;
}

export interface CheckRun {
  /** Folder for everything, removed by the caller. */
  work: string;
  entries: number;
  rounds: number;
  /** Seconds of rest before each measurement. */
  pause: number;
  /** Folder in which a person installed secretlint. */
  peers?: string;
  onProgress(words: string): void;
}

const HERE = fileURLToPath(new URL('./', import.meta.url));
const GONGKAI = fileURLToPath(new URL('../../gongkai.ts', import.meta.url));

/** Version of secretlint in a folder; undefined when it is not installed there. */
export const secretlintVersion = (peers: string | undefined): string | undefined =>
  peers === undefined ? undefined : readVersion(join(peers, 'node_modules/@secretlint/secretlint-rule-preset-recommend'));

/** Measures checks and what they are held against, round by round, on one corpus. */
export async function runChecks({ work, entries, rounds, pause, peers, onProgress }: CheckRun): Promise<CheckResult[]> {
  onProgress(`准备 ${entries} 篇`);
  const [content, repository, logs] = ['content', 'content.git', 'logs'].map((name) => join(work, name)) as [string, string, string];
  mkdirSync(logs, { recursive: true });
  writeCorpus(content, entries);
  for (const entry of ofCounty()) {
    mkdirSync(join(content, entry.folder), { recursive: true });
    writeFileSync(join(content, entry.folder, 'index.md'), toMarkdown(entry));
  }
  makeRepository(repository, content);
  const gongkai = (...args: string[]): Run => ({
    program: process.execPath,
    args: [GONGKAI, 'check', ...args, '--as-of', NEW_DAY, '--format', 'json'],
    cwd: work,
    env: { NODE_COMPILE_CACHE: join(work, 'code-cache') },
  });
  const script = (name: string, ...args: string[]): Run => ({ program: process.execPath, args: [join(HERE, name), ...args], cwd: work });
  const found: CheckResult[] = [];
  for (let round = 1; round <= rounds; round++) {
    const tasks: [CheckTask, Run, (() => unknown)?][] = [
      ['cold', gongkai('--content', content), () => rmSync(join(work, '.gongkai'), { recursive: true, force: true })],
      ['warm', gongkai('--content', content)],
      ['regex', script('plain-expressions.ts', content)],
      ...(secretlintVersion(peers) === undefined
        ? []
        : [['secretlint', script('secretlint.mjs', peers!, content)] satisfies [CheckTask, Run]]),
    ];
    const { base, head } = await commitChange(repository, round);
    const change = gongkai('--repo', repository, '--base', base, '--head', head);
    tasks.push(['change', change, () => runOnce(gongkai('--repo', repository, '--base', base, '--head', base))]);
    // The change is told against an index that knows the revision before it.
    for (const [task, run, prepare] of tasks) {
      onProgress(`第 ${round}/${rounds} 轮，${task}`);
      prepare?.();
      execFileSync('sync');
      await setTimeout(pause * 1000);
      const { output: _, ...measured } = await measure(run, join(logs, `${round}-${task}`));
      found.push({ task, round, ...measured });
    }
  }
  return found;
}

/** With fewer entries some unit has an empty column, which the rules do not let pass. */
export const LEAST_ENTRIES = 320;

/** An entry in each column of the county itself, which a corpus for builds leaves empty. */
const ofCounty = (): BenchEntry[] =>
  toColumns().map(({ id }, at) => {
    const slug = `202611-${String(at + 1).padStart(5, '0')}`;
    return { ...toNewEntry(900 + at), unit: 'county', column: id, number: `990100000/${slug}`, folder: `entries/county/news/2026/${slug}` };
  });

const runOnce = ({ program, args, cwd, env }: Run) =>
  execFileSync(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] });

/** Commits an entry with two attachments. */
async function commitChange(repository: string, round: number) {
  const revision = () => execFileSync('git', ['-C', repository, 'rev-parse', 'main'], { encoding: 'utf8' }).trim();
  const base = revision();
  const entry = toNewEntry(round);
  const rows = Array.from({ length: 200 }, (_, at) => [`第${round}批第${at + 1}项`, '农田灌溉渠道', `${at * 3 + round}万元`]);
  const paragraphs = Array.from({ length: 60 }, (_, at) => `${at + 1}、${entry.summary}第${round}次修改。`);
  commitFile(repository, `${entry.folder}/a1.docx`, await make({ make: 'docx', recipe: { body: paragraphs } }));
  commitFile(repository, `${entry.folder}/a2.xlsx`, await make({ make: 'xlsx', recipe: { sheets: [{ name: '项目表', rows }] } }));
  const attachments = [
    { file: 'a1.docx', title: '实施方案' },
    { file: 'a2.xlsx', title: '项目表' },
  ];
  commitFile(repository, `${entry.folder}/index.md`, toMarkdown(entry, { attachments }));
  return { base, head: revision() };
}
