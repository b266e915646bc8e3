import { judgeFile } from '../engine/judge-file.ts';
import { toVerdict, type Verdict } from '../finding.ts';
import { isSensitive } from '../rule.ts';

/** A text as a file of this name. */
export interface Written {
  name: string;
  text: string;
}

/** What the rules on secrecy and privacy say of a text. */
export async function verdictOf({ name, text }: Written): Promise<Verdict> {
  const file = { path: name, bytes: new TextEncoder().encode(text), isAttachment: name !== 'index.md' };
  return toVerdict((await judgeFile(file, new Map())).filter(({ rule }) => isSensitive(rule)));
}

/** The names of those among some texts of which the rules say something else than expected. */
export async function unlike(expected: Verdict, texts: Iterable<readonly [string, Written]>): Promise<string[]> {
  const others: string[] = [];
  for (const [name, text] of texts) if ((await verdictOf(text)) !== expected) others.push(name);
  return others;
}
