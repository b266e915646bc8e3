import { toString as toText } from 'mdast-util-to-string';
import { parse, sameMeaning } from './meaning.ts';

interface Block {
  source: string;
  /** What a reader sees of it. */
  text: string;
  start: number;
  end: number;
}

/**
 * What to store of a text after editing: blocks that the editor did not change keep their bytes, the others are as the
 * editor writes them.
 * @param original as it is stored
 * @param canonical as the editor writes it without any change
 * @param edited as the editor writes it now
 */
export function keepUntouched(original: string, canonical: string, edited: string): string {
  if (edited === canonical) return original;
  const stored = toBlocks(original);
  if (stored.length === 0) return edited;
  const untouched = toBlocks(canonical);
  const origin = pair(untouched, stored, untouched.length === stored.length ? undefined : ({ text }) => text);
  const from = pair(toBlocks(edited), untouched, ({ source }) => source);
  const pieces: Piece[] = toBlocks(edited).map(({ source }, index) => {
    const through = from[index];
    const at = through === undefined ? undefined : origin[through];
    return { source: at === undefined ? source : stored[at]!.source, at };
  });
  addDefinitions(pieces, stored);
  let result = original.slice(0, stored[0]!.start);
  for (const [index, { source, at }] of pieces.entries()) {
    const before = pieces[index - 1]?.at;
    const follows = index > 0 && at !== undefined && before !== undefined && at === before + 1;
    if (index > 0) result += follows ? original.slice(stored[before]!.end, stored[at]!.start) : '\n\n';
    result += source;
  }
  result += original.slice(stored.at(-1)!.end) || '\n';
  // Two lists may have become one, a definition may be gone: then what the editor wrote is what was meant.
  return sameMeaning(result, edited) ? result : `${original.slice(0, stored[0]!.start)}${edited.trim()}\n`;
}

interface Piece {
  source: string;
  /** Place of the stored block that it is. */
  at: number | undefined;
}

/** The editor writes addresses into the links; what keeps its bytes still needs the definitions, after what they followed. */
function addDefinitions(pieces: Piece[], stored: readonly Block[]) {
  for (const [at, { source, text }] of stored.entries()) {
    if (!text.startsWith('definition') || pieces.some((piece) => piece.at === at)) continue;
    const before = pieces.findLastIndex((piece) => piece.at !== undefined && piece.at < at);
    pieces.splice(before + 1, 0, { source, at });
  }
}

function toBlocks(markdown: string): Block[] {
  return parse(markdown).children.map((node) => {
    const start = node.position!.start.offset!;
    const end = node.position!.end.offset!;
    return { source: markdown.slice(start, end), text: `${node.type} ${toText(node)}`, start, end };
  });
}

/**
 * For each of some blocks the place of its fellow among others, in order: a longest common subsequence by a key, or
 * one to one without a key.
 */
function pair(blocks: readonly Block[], others: readonly Block[], key?: (block: Block) => string): (number | undefined)[] {
  if (!key) return blocks.map((_, index) => index);
  const a = blocks.map(key);
  const b = others.map(key);
  const found: (number | undefined)[] = a.map(() => undefined);
  let first = 0;
  while (first < a.length && first < b.length && a[first] === b[first]) {
    found[first] = first;
    first++;
  }
  let last = 0;
  while (last < a.length - first && last < b.length - first && a[a.length - 1 - last] === b[b.length - 1 - last]) {
    found[a.length - 1 - last] = b.length - 1 - last;
    last++;
  }
  const rows = a.length - first - last;
  const columns = b.length - first - last;
  const lengths = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      lengths[i]![j] = a[first + i] === b[first + j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  for (let i = 0, j = 0; i < rows && j < columns; )
    if (a[first + i] === b[first + j]) found[first + i++] = first + j++;
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++;
    else j++;
  return found;
}
