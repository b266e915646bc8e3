import { readText } from '../../cms/library/read-text.ts';
import { SourceError } from '../../cms/library/source.ts';
import type { Finding } from '../finding.ts';
import { mayBeKnown, toBaselineKey } from './excuse.ts';
import { BASELINE, type JudgingFiles } from './judging-files.ts';

/**
 * Keys of the findings that the baseline knows.
 * @throws SourceError when it cannot be read: without it, old findings would look like new ones
 */
export function readBaseline(files: JudgingFiles): Set<string> {
  const bytes = files.get(BASELINE);
  if (!bytes) return new Set();
  const read = readText(bytes);
  try {
    const keys: unknown = 'text' in read ? JSON.parse(read.text) : undefined;
    if (Array.isArray(keys) && keys.every((key) => typeof key === 'string')) return new Set(keys);
  } catch {}
  throw new SourceError(`内容里的 ${BASELINE} 读不出来。从 Git 恢复这个文件。`);
}

/** The baseline's text with what is known and still there; of a new one, with all that may be in it. */
export function toBaseline(findings: readonly Finding[], before: ReadonlySet<string> | undefined): string {
  const keys = findings.filter(({ rule }) => mayBeKnown(rule)).map(toBaselineKey);
  const kept = before ? keys.filter((key) => before.has(key)) : keys;
  return `${JSON.stringify(kept.sort(), null, 2)}\n`;
}
