import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Examiner } from './examiner.ts';
import { GateError } from './gate-error.ts';

const FOLDER = fileURLToPath(new URL('./canaries/', import.meta.url));
const RULE = 'secrecy/national-mark';

/**
 * Looks whether the checks still find marks planted where reading is hardest.
 * @throws GateError when one is not found, or when there are none
 */
export async function testCanaries(folder = FOLDER): Promise<void> {
  const names = readdirSync(folder).filter((name) => !name.endsWith('.md'));
  if (names.length === 0) throw new GateError(`${folder} 里没有试探文件，检查结果不可信。停止发布，报告维护人员。`);
  const examiner = new Examiner();
  try {
    for (const name of names) {
      const file = { path: name, bytes: readFileSync(join(folder, name)), isAttachment: true };
      const [judged] = await examiner.examine([file], new Map());
      if (!judged?.findings.some(({ rule }) => rule === RULE))
        throw new GateError(`检查程序没有查出试探文件 ${name} 里的标志，检查结果不可信。停止发布，报告维护人员。`);
    }
  } finally {
    examiner.close();
  }
}
