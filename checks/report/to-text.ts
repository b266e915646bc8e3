import type { Checked } from '../engine/checked.ts';
import { toTextLine } from './text.ts';

/** A line for each finding and a last line that sums up. */
export function toText({ findings, waived, known, files }: Checked): string {
  const blocking = findings.filter(({ severity }) => severity === 'block').length;
  const aside = [waived.length > 0 && `另有 ${waived.length} 处经批准豁免`, known.length > 0 && `${known.length} 处记在基线里`].filter(
    Boolean,
  );
  const sum = `查了 ${files} 个文件：阻断 ${blocking} 处，提醒 ${findings.length - blocking} 处${aside.map((words) => `，${words}`).join('')}。`;
  return `${[...findings.map(toTextLine), sum].join('\n')}\n`;
}
