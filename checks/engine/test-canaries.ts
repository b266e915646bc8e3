import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Examiner } from './examiner.ts';
import { GateError } from './gate-error.ts';

const FOLDER = fileURLToPath(new URL('./canaries/', import.meta.url));
/** What is planted in a file; in all others it is a mark of a national secret. */
const PLANTED: Readonly<Record<string, string>> = { 'id-number.csv': 'privacy/id-number' };
const MARK = 'secrecy/national-mark';

/**
 * Looks whether the checks still find what is planted where reading is hardest.
 * @throws GateError when one is not found, or when there are none
 */
export async function testCanaries(folder = FOLDER): Promise<void> {
  const names = readdirSync(folder).filter((name) => name !== 'README.md');
  if (names.length === 0) throw new GateError(`${folder} 里没有试探文件，检查结果不可信。停止发布，报告维护人员。`);
  const examiner = new Examiner();
  try {
    for (const name of names) {
      const file = { path: name, bytes: readFileSync(join(folder, name)), isAttachment: !name.endsWith('.md') };
      const [judged] = await examiner.examine([file], new Map());
      if (!judged?.findings.some(({ rule }) => rule === (PLANTED[name] ?? MARK)))
        throw new GateError(`检查程序没有查出试探文件 ${name} 里埋的内容，检查结果不可信。停止发布，报告维护人员。`);
    }
  } finally {
    examiner.close();
  }
}
