import type { PieceKind } from '../piece.ts';
import type { Bytes } from './bytes.ts';

/** A stretch of a document's text with what it is. */
export interface Part {
  from: number;
  to: number;
  where: string;
  kind: PieceKind;
}

/** Stories of a section, in the order of [MS-DOC] 2.8.23. */
const MARGINS = ['偶数页页眉', '页眉', '偶数页页脚', '页脚', '首页页眉', '首页页脚'];

/** Where the document, its notes, margins, remarks and text boxes begin and end ([MS-DOC] 2.5.4 to 2.5.6, 2.4.1). */
export function partsOf(main: Bytes, table: Bytes, length: number): Part[] {
  const parts: Part[] = [];
  let from = 0;
  const take = (at: number, where: string, kind: PieceKind) => {
    const to = Math.min(length, from + main.u32(at));
    if (to > from) parts.push({ from, to, where, kind });
    from = to;
  };
  take(0x4c, '正文', 'paragraph');
  take(0x50, '脚注', 'note');
  const margins = from;
  take(0x54, '页眉页脚', 'margin');
  take(0x58, '宏', 'code');
  take(0x5c, '批注', 'remark');
  take(0x60, '尾注', 'note');
  take(0x64, '文本框', 'shape');
  take(0x68, '页眉页脚中的文本框', 'shape');
  if (from < length) parts.push({ from, to: length, where: '文件末尾', kind: 'other' });
  return parts.flatMap((part) => (part.from === margins && part.kind === 'margin' ? splitMargins(part, main, table) : [part]));
}

function splitMargins(part: Part, main: Bytes, table: Bytes): Part[] {
  const start = main.u32(0xf2);
  const count = Math.min(Math.floor(main.u32(0xf6) / 4) - 1, 10_000);
  const parts: Part[] = [];
  let from = part.from;
  for (let i = 0; i < count; i++) {
    const to = Math.min(part.to, part.from + table.u32(start + (i + 1) * 4));
    const where = i < 6 ? '脚注分隔线' : MARGINS[i % 6]!;
    if (to > from) parts.push({ ...part, from, to, where });
    from = Math.max(from, to);
  }
  if (from < part.to) parts.push({ ...part, from });
  return parts;
}
