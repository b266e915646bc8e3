import { toBasis } from '../../cms/model/basis.ts';
import type { Checked } from '../engine/checked.ts';
import { type Finding, toVerdict } from '../finding.ts';
import { toWords, visible } from './text.ts';

/** Forges cut longer comments off. In characters. */
export const LONGEST = 60_000;
/** Room of the table of files, and of the last line. In characters. */
const TABLE = 15_000;
const LAST = 200;

const TITLES = { block: '不能发布：有阻断问题', warn: '可以发布，有提醒要看', pass: '可以发布' } as const;

/**
 * A summary for a pull request: counts, files, and folded below each file what is the matter. It says what it left out.
 * @param longest in characters
 */
export function toMarkdown({ findings, waived, known, files }: Checked, longest = LONGEST): string {
  const groups: [string, Finding[]][] = [
    ['阻断', findings.filter(({ severity }) => severity === 'block')],
    ['提醒', findings.filter(({ severity }) => severity === 'warn')],
    ['经批准豁免', waived],
    ['记在基线里', known],
  ];
  const counts = groups.map(([title, some]) => `${title} ${some.length} 处`).join('，');
  let text = `## ${TITLES[toVerdict(findings)]}\n\n查了 ${files} 个文件：${counts}。\n\n${toTable(groups)}`;
  let left = 0;
  for (const [title, some] of groups)
    for (const [file, ofFile] of Map.groupBy(some, ({ file }) => file)) {
      const [open, close] = [`<details><summary>${title}：${toName(file)}（${ofFile.length} 处）</summary>\n\n`, '\n</details>\n\n'];
      const items = fitting(ofFile.map(toItem), longest - LAST - text.length - open.length - close.length);
      left += ofFile.length - items.length;
      if (items.length > 0) text += `${open}${items.join('')}${close}`;
    }
  return `${text}${left > 0 ? `还有 ${left} 处没有列在这里。用 gongkai check 查看全部。` : ''}`.trimEnd().concat('\n');
}

function toTable(groups: readonly [string, Finding[]][]): string {
  const names = [...new Set(groups.flatMap(([, some]) => some.map(({ file }) => file)))];
  if (names.length === 0) return '';
  const counts = groups.map(([, some]) => Map.groupBy(some, ({ file }) => file));
  const rows = names.map((name) => `| ${[toName(name), ...counts.map((count) => count.get(name)?.length ?? 0)].join(' | ')} |\n`);
  const shown = fitting(rows, TABLE);
  const more = rows.length > shown.length ? `\n还有 ${rows.length - shown.length} 个文件没有列在表里。\n` : '';
  return `| ${['文件', ...groups.map(([title]) => title)].join(' | ')} |\n| --- | --: | --: | --: | --: |\n${shown.join('')}${more}\n`;
}

function toItem(finding: Finding): string {
  const { place, where, basis, rule } = finding;
  const at = place ? `第 ${place.line} 行` : plain(where);
  return `- **${at}**　${plain(toWords(finding))}依据：${basis.map(toBasis).map(plain).join('、')}（\`${rule}\`）\n`;
}

/** The first parts, as many as there is room for. */
export function fitting(parts: readonly string[], room: number): readonly string[] {
  let taken = 0;
  const end = parts.findIndex((part) => (taken += part.length) > room);
  return end === -1 ? parts : parts.slice(0, end);
}

/** Forges make nothing of what stands in code: no mention, no link. */
const toName = (file: string) => (file === '' ? '全部内容' : `<code>${inert(visible(file))}</code>`);

const inert = (text: string) => text.replace(/[\\`*_{}[\]()#+!|<>~@&"':$%]/gu, (character) => `&#${character.codePointAt(0)};`);

/**
 * Nothing a message says may become markup, mention somebody or lead elsewhere. Forges look for mentions and addresses
 * after they have resolved references to characters, so an invisible character follows what begins one.
 */
export const plain = (text: string) => inert(visible(text)).replace(/&#(?:33|35|36|37|38|58|64|126);|\bwww(?=\.)/gu, '$&&#8203;');
