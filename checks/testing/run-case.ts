import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { judgeFile } from '../engine/judge-file.ts';
import type { Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';

/** The day on which every case is judged. */
export const CASE_DAY = '2026-11-26';

/** What one rule alone has against a case, a line each, as an editor sees it. */
// biome-ignore lint/suspicious/noExplicitAny: a rule of any subject and messages
export async function runCase(rule: Rule<any, any>, path: string): Promise<string> {
  const name = basename(path);
  const file = { path: name, bytes: readFileSync(path), isAttachment: !name.endsWith('.md') };
  const findings = await judgeFile(file, new Map(), [rule]);
  return findings.map((finding) => `${toCaseLine(finding)}\n`).join('');
}

function toCaseLine({ place, where, rule, severity, message }: Finding): string {
  const at = place ? `${place.line}:${place.column}-${place.endLine}:${place.endColumn}` : where;
  return `${at} ${severity} ${rule} ${message}`;
}
