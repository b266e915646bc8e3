import type { Piece } from '../piece.ts';
import { PlacedText } from './placed-text.ts';

/** UTF-16 units after which a block ends with its line, because a log has no blank lines. */
const LONG = 20_000;

/**
 * Blocks of lines between blank ones, with the number of their first line told as `第12行`.
 *
 * @param from offset at which to begin, counted as the first line
 */
export function readParagraphs(source: string, within: string, from = 0): Piece[] {
  const pieces: Piece[] = [];
  let line = 1;
  let counted = from;
  for (const { text: block, start } of blocks(source, from)) {
    line += countLines(source, counted, start);
    counted = start;
    const { text, offsets } = block.includes('\r') ? withPlainBreaks(block, start) : { text: block, offsets: start };
    pieces.push({ text, where: `${within}第${line}行`, kind: 'paragraph', isHidden: false, offsets });
  }
  return pieces;
}

/** Goes from line to line, because a pattern for several blank ones takes quadratic time on white space. */
function* blocks(source: string, from: number): Generator<{ text: string; start: number }> {
  // Without `u`, with which V8 keeps every step of a long line on its stack.
  const lines = /[^\r\n]+/g;
  lines.lastIndex = from;
  let start = -1;
  let end = from;
  for (let match = lines.exec(source); match; match = lines.exec(source)) {
    const [line] = match;
    const isBlank = line.trim() === '';
    if (start >= 0 && (isBlank || countLines(source, end, match.index) > 1 || end - start > LONG)) {
      yield { text: source.slice(start, end), start };
      start = -1;
    }
    if (isBlank) continue;
    if (start < 0) start = match.index;
    end = match.index + line.length;
  }
  if (start >= 0) yield { text: source.slice(start, end), start };
}

/** Line ends as `\n`. */
function withPlainBreaks(text: string, start: number): PlacedText {
  const placed = new PlacedText('', [], start);
  let from = 0;
  for (const { 0: end, index } of text.matchAll(/\r\n?/gu)) {
    placed.addAsItIs(text.slice(from, index), start + from);
    placed.add('\n', start + index, start + index + end.length);
    from = index + end.length;
  }
  placed.addAsItIs(text.slice(from), start + from);
  return placed;
}

function countLines(source: string, from: number, to: number): number {
  return source.slice(from, to).match(/\r\n?|\n/gu)?.length ?? 0;
}
