import { dump } from 'js-yaml';
import type { Imported } from '../imported.ts';

/** Everything that an import gives a person, as one text to compare. */
export function show(imported: Imported): string {
  const { type, reason, fields, claimed_published_at: claimed, files, owed, damage, dropped, changes, body } = imported;
  const place = (at: { line: number; column: number }) => `${at.line}:${at.column}`;
  return [
    `${type}：${reason}`,
    ...(claimed ? [`原发布 ${claimed}`] : []),
    '',
    dump(fields, { lineWidth: -1 }).trim(),
    ...section(
      '文件',
      files.map((file) => `${file.kind} ${file.name} ${file.title} ← ${file.from}`),
    ),
    ...section(
      '要补',
      owed.map((each) => `${each.label}${each.optional ? '（选填）' : ''} ${each.message}`),
    ),
    ...section(
      '损坏',
      damage.map((each) => `${place(each)} ${each.quoted} ｜ ${each.message}`),
    ),
    ...section(
      '没带',
      dropped.map((each) => `${place(each)} ${each.text} ｜ ${each.reason}`),
    ),
    ...section('改动', changes),
    '',
    '--- 正文',
    body,
  ].join('\n');
}

const section = (heading: string, lines: string[]) => (lines.length > 0 ? ['', `--- ${heading}`, ...lines] : []);
