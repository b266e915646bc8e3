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

/** The fixed set over the sample county, from files with a line for each question: `kind | question | part of a title`. */
export function readQueries(): BenchQuery[] {
  const lines = ['hand-written.txt', 'from-entries.txt'].flatMap((name) =>
    readFileSync(new URL(name, import.meta.url), 'utf8').split('\n'),
  );
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
