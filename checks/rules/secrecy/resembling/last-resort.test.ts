import { expect, test } from 'vitest';
import { judgeFile } from '../../../engine/judge-file.ts';

const ALIKE = '城区部分小区自来水发黄。\n对外统一说正在核实，真实原因只在班子内部通报。\n';

const rulesOn = async (text: string) => {
  const findings = await judgeFile({ path: 'note.txt', bytes: new TextEncoder().encode(text), isAttachment: true }, new Map());
  return findings.map(({ rule, severity }) => `${severity} ${rule}`);
};

test('a file that another rule stops is not looked at for what only resembles', async () => {
  expect(await rulesOn(ALIKE)).toEqual(['warn secrecy/resembling']);
  expect(await rulesOn(`机密★10年\n${ALIKE}`)).toEqual(['block secrecy/national-mark']);
});
