import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { NEW_DAY, toNewEntry } from '../corpus.ts';
import { type Measured, measure, type Run } from '../measure.ts';
import { commitFile, makeRepository } from '../repository.ts';
import { toFiles, writeSoundCorpus } from '../sound-corpus.ts';
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
  writeSoundCorpus(content, entries);
  makeRepository(repository, content);
  const env = { NODE_COMPILE_CACHE: join(work, 'code-cache') };
  const gongkai = (...args: string[]): Run => ({
    program: process.execPath,
    args: [GONGKAI, 'check', ...args, '--as-of', NEW_DAY, '--format', 'json'],
    cwd: work,
    env,
  });
  const hooked = makeHooked(repository, work);
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
    execFileSync('git', ['-C', hooked, 'fetch', '--quiet', repository, 'main:main']);
    const { base, head } = await commitChange(repository, round);
    const change = gongkai('--repo', repository, '--base', base, '--head', head);
    tasks.push(['change', change, () => runOnce(gongkai('--repo', repository, '--base', base, '--head', base))]);
    const args = ['-C', repository, 'push', '--quiet', hooked, `${head}:refs/heads/drafts/round-${round}`];
    tasks.push(['push', { program: 'git', args, cwd: work, env }]);
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

const runOnce = ({ program, args, cwd, env }: Run) =>
  execFileSync(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] });

/** A copy of the repository that judges what is pushed to it. */
function makeHooked(repository: string, work: string): string {
  const [hooked, key] = [join(work, 'hooked.git'), join(work, 'key')];
  execFileSync('git', ['clone', '--quiet', '--bare', repository, hooked]);
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
  execFileSync(process.execPath, [GONGKAI, 'hook', 'install', '--repo', hooked, '--key', `${key}.pub`], { stdio: 'ignore' });
  return hooked;
}

/** Commits an entry with two attachments. */
async function commitChange(repository: string, round: number) {
  const revision = () => execFileSync('git', ['-C', repository, 'rev-parse', 'main'], { encoding: 'utf8' }).trim();
  const base = revision();
  const entry = toNewEntry(round);
  for (const { name, bytes } of await toFiles(entry, round)) commitFile(repository, `${entry.folder}/${name}`, bytes);
  return { base, head: revision() };
}
