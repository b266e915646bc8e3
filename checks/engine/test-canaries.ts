import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Examiners } from './examiners.ts';
import { GateError } from './gate-error.ts';

const FOLDER = fileURLToPath(new URL('./canaries/', import.meta.url));
/** What is planted in a file; in all others it is a mark of a national secret. */
const PLANTED: Readonly<Record<string, string>> = { 'id-number.csv': 'privacy/id-number' };
const MARK = 'secrecy/national-mark';

/** Those that are text, which is all that an entry or a record can hold, and those that only a reader of attachments opens. */
export type Canaries = 'text' | 'attachments';
const TEXT = /\.(?:md|csv|txt)$/u;

/**
 * Looks whether the checks still find what is planted where reading is hardest.
 * @param examiners whose next question this becomes, so that what is asked after it does not keep it waiting
 * @param which all when left out
 * @throws GateError when one is not found, or when there are none
 */
export async function testCanaries(examiners: Examiners, folder = FOLDER, which?: Canaries): Promise<void> {
  const isAsked = (name: string) => which === undefined || TEXT.test(name) === (which === 'text');
  const names = readdirSync(folder).filter((name) => name !== 'README.md' && isAsked(name));
  if (names.length === 0) throw new GateError(`${folder} 里没有试探文件，检查结果不可信。停止发布，报告维护人员。`);
  const files = names.map((name) => ({ path: name, bytes: readFileSync(join(folder, name)), isAttachment: !name.endsWith('.md') }));
  const judged = await examiners.examine(() => files, new Map());
  for (const [at, name] of names.entries())
    if (!judged[at]?.findings.some(({ rule }) => rule === (PLANTED[name] ?? MARK)))
      throw new GateError(`检查程序没有查出试探文件 ${name} 里埋的内容，检查结果不可信。停止发布，报告维护人员。`);
}
