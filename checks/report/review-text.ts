import type { Reviewed } from '../engine/review-change.ts';
import { toDutyWords } from './duty-words.ts';
import { toRoleName, toSigningWords } from './signing-words.ts';
import { visible } from './text.ts';
import { toText } from './to-text.ts';

/** A line for each finding, each entry that is to be signed and each duty that is touched. */
export function toReviewText({ checked, entries, duties, conflicts, isRead, isVerified }: Reviewed): string {
  const lines = [toText(checked).trimEnd()];
  if (!isRead) lines.push('提交里有内容库不认得的东西，其余的没有往下查。先把这些去掉。');
  if (!isVerified && entries.length > 0) lines.push('没有用办公平台的公钥核对签字（--key），下面只是提交里写的。');
  for (const path of conflicts) lines.push(`冲突 ${visible(path)}：合并到的版本也改过。先取得那边的改动，再接着改。`);
  for (const { title, folder, isGone, signings } of entries) {
    const said = signings.map((signing) => `${toRoleName(signing)}${toSigningWords(signing)}`).join('；');
    lines.push(`${isGone ? '撤下' : '签字'} ${visible(folder)}${title === '' ? '' : `“${visible(title)}”`}${isGone ? '' : `：${said}`}`);
  }
  for (const duty of duties) lines.push(`公开事项 ${visible(duty.unit)}“${visible(duty.duty)}”：${toDutyWords(duty)}`);
  return `${lines.join('\n')}\n`;
}
