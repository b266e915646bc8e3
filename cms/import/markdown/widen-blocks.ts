import { type Block, type Paragraph, paragraph } from '../block.ts';
import type { Place } from '../place.ts';
import { widen } from './widths.ts';

/** Blocks with their punctuation made full width, and the sentences that say so. */
export interface WidenedBlocks {
  blocks: Block[];
  changes(placeOf: (offset: number) => Place, lineWord: string): string[];
}

export function widenBlocks(blocks: readonly Block[]): WidenedBlocks {
  let changed = 0;
  const doubtful: number[] = [];
  const widenLine = (line: Paragraph): Paragraph => {
    const widened = widen(line.text);
    changed += widened.changed;
    doubtful.push(...widened.doubtful.map((i) => line.text.at[i]!));
    return { ...line, ...paragraph(widened.text, { heading: line.heading, item: line.item, style: line.style }) };
  };
  const widenBlock = (block: Block): Block => {
    if (block.kind === 'paragraph') return widenLine(block);
    if (block.kind === 'note') return { ...block, lines: block.lines.map(widenLine) };
    return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, lines: cell.lines.map(widenLine) }))) };
  };
  return {
    blocks: blocks.map(widenBlock),
    changes: (placeOf, lineWord) => {
      const places = doubtful
        .slice(0, 5)
        .map(placeOf)
        .map(({ line, column }) => `第${line}${lineWord}第${column}字`);
      return [
        ...(changed > 0 ? [`半角标点改成全角 ${changed} 个。`] : []),
        ...(doubtful.length > 0
          ? [
              `夹在汉字和数字、字母之间的半角标点 ${doubtful.length} 个没有改：${places.join('、')}${doubtful.length > 5 ? '等处' : ''}。核对是否应当全角。`,
            ]
          : []),
      ];
    },
  };
}
