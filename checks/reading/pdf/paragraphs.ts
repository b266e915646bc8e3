import type { Line } from './lines.ts';
import { isAlone, joinLines } from './tables.ts';

/** A paragraph; cells that stand alone in it are parted by tabs. */
export interface Paragraph {
  text: string;
  isHidden: boolean;
}

/**
 * Joins lines to paragraphs as documents in Chinese are set: a line goes on in the next one when it reaches the right edge
 * and the next is neither indented nor of another size or far below.
 */
export function toParagraphs(lines: readonly Line[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const left = Math.min(...lines.map((line) => line.segments[0]!.start));
  const right = Math.max(...lines.map((line) => line.segments.at(-1)!.end));
  let before: Line | undefined;
  for (const line of lines) {
    const text = line.segments.map((segment) => segment.text.trim()).join('\t');
    const isHidden = line.segments.every((segment) => segment.isHidden);
    const last = paragraphs.at(-1);
    if (last && before && last.isHidden === isHidden && goesOn(before, line, left, right)) last.text = joinLines(last.text, text);
    else paragraphs.push({ text, isHidden });
    before = line;
  }
  return paragraphs;
}

function goesOn(before: Line, line: Line, left: number, right: number): boolean {
  const { size } = line;
  const room = right - before.segments.at(-1)!.end;
  const isFull = room < size * 2.5 || room < toTokenWidth(before, line);
  const isIndented = line.segments[0]!.start - Math.min(left, before.segments[0]!.start) > size * 1.2;
  const isNear = line.across - before.across < size * 2.4 && line.across > before.across;
  const isAlike = Math.abs(before.size - size) < size * 0.15;
  const isPlain = before.segments.length === 1 && line.segments.length === 1;
  return isFull && !isIndented && isNear && isAlike && isPlain && !isAlone(before.segments[0]!.text, line.segments[0]!.text);
}

/** Room that a number at the line's beginning needs: it is not broken, and so leaves the line before it short. */
function toTokenWidth(before: Line, { segments, size }: Line): number {
  const [token] = /^[\x21-\x7e]*/u.exec(segments[0]!.text.trim())!;
  return /\p{Script=Han}$/u.test(before.segments[0]!.text.trim()) ? (token.length + 2) * size * 0.6 : 0;
}
