import type { Checked } from '../engine/checked.ts';
import type { Finding } from '../finding.ts';
import { toBasis, visible } from './text.ts';

/** Forges cut longer comments off. In characters. */
const LONGEST = 60_000;

/** A summary for a pull request. What does not fit is counted in the last line. */
export function toMarkdown({ findings, waived, known, files }: Checked): string {
  const blocking = findings.filter(({ severity }) => severity === 'block');
  const warnings = findings.filter(({ severity }) => severity === 'warn');
  const head = [
    blocking.length > 0 ? '## 不能发布：有阻断问题' : warnings.length > 0 ? '## 可以发布，有提醒要看' : '## 可以发布',
    '',
    `| 文件 | 阻断 | 提醒 | 经批准豁免 | 记在基线里 |\n| --- | --- | --- | --- | --- |\n| ${[files, blocking.length, warnings.length, waived.length, known.length].join(' | ')} |`,
    '',
  ].join('\n');
  const parts = [
    ...section('阻断', blocking),
    ...section('提醒', warnings),
    ...section('经批准豁免', waived),
    ...section('记在基线里', known),
  ];
  return within(head, parts);
}

function section(title: string, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  const byFile = Map.groupBy(findings, ({ file }) => file);
  const files = [...byFile].map(
    ([file, some]) => `<details><summary>${plain(file)}（${some.length} 处）</summary>\n\n${some.map(toItem).join('\n')}\n\n</details>\n`,
  );
  return [`### ${title}\n`, ...files];
}

function toItem({ place, where, message, basis, rule }: Finding): string {
  const at = place ? `第 ${place.line} 行` : plain(where);
  return `- **${at}**　${plain(message)}依据：${basis.map(toBasis).map(plain).join('、')}（\`${rule}\`）`;
}

/** Puts as many parts behind the head as a comment may hold. */
function within(head: string, parts: readonly string[]): string {
  let text = head;
  for (const [at, part] of parts.entries()) {
    if (text.length + part.length > LONGEST)
      return `${text}\n还有 ${parts.length - at} 个文件的问题没有列出。用 gongkai check 查看全部。\n`;
    text += `\n${part}`;
  }
  return `${text}\n`;
}

/** Nothing a file's name or a message says may become markup or mention somebody. */
const plain = (text: string) => visible(text).replace(/[\\`*_{}[\]()#+!|<>~@&]/gu, (character) => `&#${character.codePointAt(0)};`);
