import { readFileSync } from 'node:fs';

/** A question of the fixed set, and what the answer must hold. */
export interface BenchQuery {
  kind: string;
  text: string;
  /** Part of a title that must be among the first ten; empty where nothing may be shown as found. */
  expects: string;
  /** Every third of a kind was set aside before anything was tuned. */
  isHeld: boolean;
}

/** The fixed set over the sample county. */
export const readQueries = (): BenchQuery[] => readFiles('hand-written.txt', 'from-entries.txt');

/** Questions over the sample county by somebody who had not read the search; nobody who tunes it reads them. */
export const readUnread = (): BenchQuery[] => readFiles('newcomers.txt');

/** Files with a line for each question: `kind | question | part of a title`. */
function readFiles(...names: string[]): BenchQuery[] {
  const lines = names.flatMap((name) => readFileSync(new URL(name, import.meta.url), 'utf8').split('\n'));
  const seen = new Map<string, number>();
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind = '', text = '', expects = ''] = line.split('|').map((part) => part.trim());
      const nth = seen.get(kind) ?? 0;
      seen.set(kind, nth + 1);
      return { kind, text, expects, isHeld: nth % 3 === 2 };
    });
}
