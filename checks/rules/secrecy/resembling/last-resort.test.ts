import { expect, test } from 'vitest';
import { judgeFile } from '../../../engine/judge-file.ts';

const ALIKE = '值班室的事交代一下。\n夜里值守只有两个人，东门的摄像头这周没接线。\n';
const SURE = '政考情况。\n征兵政考不合格的三人，舅舅练功的一个，父亲有案底的一个，名单发各乡武装部长。\n';
const CODE = '<svg onload="alert(1)"><script>root.admin = password;</script>交换机口令\n';

const rulesOn = async (text: string) => {
  const findings = await judgeFile({ path: 'note.txt', bytes: new TextEncoder().encode(text), isAttachment: true }, new Map());
  return [...new Set(findings.map(({ rule, severity }) => `${severity} ${rule}`))].filter((said) => said.includes(' secrecy/'));
};

test('what only resembles is looked at, and stops a file when it does so closely and is no code; one that another rule stops is not asked for it', async () => {
  expect(await rulesOn(ALIKE)).toEqual(['warn secrecy/resembling']);
  expect(await rulesOn(SURE)).toEqual(['block secrecy/resembling']);
  expect(await rulesOn(CODE)).toEqual(['warn secrecy/resembling']);
  const codes = ['root', 'admin', 'ssh'].map((name) => CODE.replace('root', name)).join('');
  expect(await rulesOn(`${codes}${SURE}`)).toContain('block secrecy/resembling');
  expect(await rulesOn(`机密★10年\n${ALIKE}`)).toEqual(['block secrecy/national-mark']);
});
