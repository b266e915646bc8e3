import type { Piece } from '../reading/piece.ts';

/** A longer line is cut: patterns that try every way through it run out of stack, or take for ever. */
const LONGEST_LINE = 50_000;
/** What stands across a cut is seen whole in the part behind it. */
const SHARED = 400;
/** So far before the longest a line is cut where a sentence or a word ends, if one does. */
const BACK = 2_000;
const ENDS: readonly RegExp[] = [/[。！？；!?;]/gu, /[，、,：:\s|）)]/gu];

/** A piece in parts whose lines can be searched in any way; itself when they all are short. */
export function cutLong(piece: Piece): Piece[] {
  const { text, offsets } = piece;
  if (text.length <= LONGEST_LINE) return [piece];
  const starts = [0, ...cutsIn(text)];
  if (starts.length === 1) return [piece];
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? text.length;
    // A part of a line begins before its cut, a whole line does not.
    const from = start === 0 || text[start - 1] === '\n' ? start : start - SHARED;
    return {
      ...piece,
      text: text.slice(from, end),
      ...(typeof offsets === 'number' && { offsets: offsets + from }),
      ...(typeof offsets === 'object' && { offsets: offsets.slice(from, end + 1) }),
    };
  });
}

/** Where the parts of long lines begin; a long line is a part of its own. */
function cutsIn(text: string): number[] {
  const cuts: number[] = [];
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found + 1;
    if (end - start > LONGEST_LINE) {
      if (start > 0) cuts.push(start);
      for (let at = start; end - at > LONGEST_LINE + BACK; ) cuts.push((at = cutBefore(text, at + LONGEST_LINE)));
      if (end < text.length) cuts.push(end);
    }
    start = end;
  }
  return [...new Set(cuts)];
}

function cutBefore(text: string, most: number): number {
  const near = text.slice(most - BACK, most);
  for (const end of ENDS) {
    const last = [...near.matchAll(end)].at(-1);
    if (last) return most - BACK + last.index + 1;
  }
  const unit = text.charCodeAt(most);
  return unit >= 0xdc00 && unit <= 0xdfff ? most - 1 : most;
}
