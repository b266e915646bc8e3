import { judgeFile } from '../engine/judge-file.ts';
import { toVerdict, type Verdict } from '../finding.ts';
import { isSensitive } from '../rule.ts';
import { rules } from '../rules/of-files.ts';

/** A text as a file of this name. */
export interface Written {
  name: string;
  text: string;
}

const SURE = rules.filter(({ id, isLastResort }) => isSensitive(id) && !isLastResort);

/** What the rules on secrecy and privacy say of a text, other than that it only resembles something. */
async function verdictOf({ name, text }: Written): Promise<Verdict> {
  const file = { path: name, bytes: new TextEncoder().encode(text), isAttachment: name !== 'index.md' };
  return toVerdict(await judgeFile(file, new Map(), SURE));
}

/** The names of those among some texts of which the rules say something else than expected. */
export async function unlike(expected: Verdict, texts: Iterable<readonly [string, Written]>): Promise<string[]> {
  const others: string[] = [];
  for (const [name, text] of texts) if ((await verdictOf(text)) !== expected) others.push(name);
  return others;
}
