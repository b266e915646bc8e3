import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { FailedError, type Measured, measure } from './measure.ts';
import { Outputs } from './outputs.ts';
import { preparePlace } from './place.ts';
import type { Result, SizeResults } from './results.ts';
import { survey } from './survey.ts';
import type { Step, Tool } from './tool.ts';

export interface RunOptions {
  /** Empty folder for everything. */
  work: string;
  articles: number;
  rounds: number;
  tools: readonly Tool[];
  peers?: string;
  /** Seconds of rest before each measurement. */
  pause: number;
  onProgress(words: string): void;
}

/** Measures all tools with one corpus, round by round; every second round goes through the tools backwards. */
export async function runSize({ work, articles, rounds, tools, peers, pause, onProgress }: RunOptions): Promise<SizeResults> {
  onProgress(`准备 ${articles} 篇`);
  const place = await preparePlace(work, articles, tools, peers);
  const outputs = new Outputs(join(work, 'outputs'));
  const logs = join(work, 'logs');
  mkdirSync(logs);
  const found: SizeResults = { articles, results: [], failures: [], surveys: {} };
  for (let round = 1; round <= rounds; round++) {
    const folder = outputs.open(`round-${round}`);
    for (const tool of round % 2 === 1 ? tools : tools.toReversed()) {
      if (found.failures.some((failure) => failure.tool === tool.id)) continue;
      for (const step of tool.steps(place, folder, round)) {
        const { task, before, after, site } = step;
        onProgress(`${articles} 篇，第 ${round}/${rounds} 轮，${tool.name} ${task}`);
        before?.();
        execFileSync('sync');
        await setTimeout(pause * 1000);
        const outcome = await tryStep(step, join(logs, `${round}-${tool.id}-${task}`));
        after?.(!('said' in outcome));
        if ('said' in outcome) {
          found.failures.push({ tool: tool.id, task, round, ...outcome });
          break;
        }
        found.results.push({ tool: tool.id, task, round, ...outcome });
        if (task === 'full') found.surveys[tool.id] ??= survey(site);
      }
    }
    outputs.close(folder);
  }
  return found;
}

async function tryStep({ run }: Step, log: string): Promise<(Measured & Pick<Result, 'laps'>) | { said: string }> {
  try {
    const { output, ...measured } = await measure(run, log);
    return { ...measured, ...toLaps(output) };
  } catch (error) {
    if (error instanceof FailedError) return { said: error.said };
    throw error;
  }
}

/** Stages that a build tells of, when what it printed is such a report. */
function toLaps(output: string): { laps?: Record<string, number> } {
  try {
    const { laps } = JSON.parse(output) as { laps?: Record<string, number> };
    return laps ? { laps } : {};
  } catch {
    return {};
  }
}
