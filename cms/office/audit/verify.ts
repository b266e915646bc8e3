import { existsSync, readFileSync } from 'node:fs';
import type { Head } from './audit.ts';
import { BEGINNING, INTERRUPTED, readLine, toHash } from './line.ts';

/**
 * What is wrong with an audit log, in Chinese, by line: altered, removed, inserted and reordered lines, and a missing
 * end. Empty when all is well. Who can write both the log and its head can forge both: exports kept elsewhere show it.
 */
export function verify(path: string, head: Head): string[] {
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const wrong: string[] = [];
  let before = BEGINNING;
  let torn = 0;
  let number = 0;
  let atHead = head.lines === 0;
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start);
    const raw = bytes.subarray(start, end < 0 ? bytes.length : end);
    number++;
    const line = end < 0 ? undefined : readLine(raw.toString('utf8'));
    if (torn > 0 && line?.act !== INTERRUPTED) wrong.push(`第${torn}行不完整，又没有中断的记录。这一行被改动过。`);
    if (line && line.before !== before) wrong.push(`第${number}行与前一行接不上。前一行被改动过，或者这里删去、插入、调换过记录。`);
    torn = line ? 0 : number;
    before = toHash(raw);
    if (number === head.lines) atHead = before === head.hash;
    start += raw.length + 1;
  }
  // The last line may be unfinished only where it was never confirmed.
  if (torn > 0 && torn <= head.lines) wrong.push(`第${torn}行不完整，又没有中断的记录。这一行被改动过。`);
  if (number < head.lines) wrong.push(`应有${head.lines}行，只有${number}行。末尾的记录被删去了。`);
  else if (!atHead) wrong.push(`第${head.lines}行与登记的校验值不一致。这一行被改动过，或者前面删去、插入过记录。`);
  return wrong;
}
