import type { Reviewed } from '../engine/review-change.ts';
import { toDutyWords } from './duty-words.ts';
import { toRoleName, toSigningWords } from './signing-words.ts';
import { fitting, LONGEST, plain, toMarkdown } from './to-markdown.ts';

/** Room for what a review says beside its findings. In characters. */
const ROOM = 12_000;

/** The judgement on a merge request: findings, sign-offs, duties. Nothing in it becomes a mention, markup or a link. */
export function toReviewMarkdown({ checked, entries, duties, conflicts, isRead, isVerified }: Reviewed): string {
  const parts = [toMarkdown(checked, LONGEST - 2.5 * ROOM)];
  if (!isRead) parts.push('提交里有内容库不认得的东西，其余的没有往下查。先把这些去掉。\n');
  const clashes = conflicts.map((path) => `- ${plain(path)}\n`);
  if (clashes.length > 0)
    parts.push(`### 冲突\n\n这些文件合并到的版本也改过，先取得那边的改动，再接着改。这里按分支里的样子判断。\n\n${toRows(clashes)}`);
  const signed = entries.filter(({ isGone }) => !isGone);
  const rows = signed.map(({ title, folder, signings }) => {
    const said = signings.map((signing) => `${toRoleName(signing)}：${plain(toSigningWords(signing))}`);
    return `| ${plain(title || folder)} | ${said.join('<br>')} |\n`;
  });
  const unverified = isVerified ? '' : '没有用办公平台的公钥核对签字，下面只是提交里写的。\n\n';
  if (rows.length > 0) parts.push(`### 签字\n\n${unverified}| 条目 | 签字 |\n| --- | --- |\n${toRows(rows)}`);
  const gone = entries.filter(({ isGone }) => isGone).map(({ title, folder }) => `- ${plain(title || folder)}\n`);
  if (gone.length > 0) parts.push(`### 撤下的条目\n\n${toRows(gone)}`);
  const touched = duties.map((duty) => `| ${plain(duty.unit)} | ${plain(duty.duty)} | ${toDutyWords(duty)} |\n`);
  if (touched.length > 0) parts.push(`### 涉及的公开事项\n\n| 单位 | 事项 | 改动以后 |\n| --- | --- | --- |\n${toRows(touched)}`);
  return parts.join('\n');
}

function toRows(rows: readonly string[]): string {
  const shown = fitting(rows, ROOM / 2);
  return `${shown.join('')}${rows.length > shown.length ? `\n还有 ${rows.length - shown.length} 条没有列在这里。\n` : ''}`;
}
