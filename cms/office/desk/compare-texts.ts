import { diffArrays } from 'diff';
import { isName, type ValueKind, valuesIn } from './values.ts';

/** A piece of text that stayed, went or came. */
export interface Piece {
  kind: 'same' | 'removed' | 'added';
  text: string;
  /** Set when it is something that must be checked by itself. */
  value?: ValueKind;
}

/** Lines that stayed as they are, or lines in which something changed. */
export type Stretch = { kind: 'same'; lines: string[] } | { kind: 'changed'; pieces: Piece[] };

/** Beyond so many changes within some lines they count as written anew; a comparison would take long and say little. */
const MOST_EDITS = 600;
const MOST_LINE_EDITS = 600;
/** Lines that share less of their text than this are shown one after the other, not mixed. */
const LEAST_SHARED = 0.3;

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** What differs between two texts: first by lines, then within them by words; what must be checked is never cut in two. */
export function compareTexts(before: string, after: string, names: readonly string[] = []): Stretch[] {
  const [old, now] = [toLines(before), toLines(after)];
  const parts = diffArrays(old, now, { maxEditLength: MOST_LINE_EDITS }) ?? [
    { value: old, removed: true, added: false, count: old.length },
    { value: now, removed: false, added: true, count: now.length },
  ];
  const stretches: Stretch[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    if (!part.added && !part.removed) {
      stretches.push({ kind: 'same', lines: part.value });
      continue;
    }
    const next = parts[at + 1];
    const isPair = next !== undefined && part.removed && next.added;
    if (isPair) at++;
    const removed = part.removed ? part.value.join('\n') : '';
    const added = isPair ? next.value.join('\n') : part.added ? part.value.join('\n') : '';
    stretches.push({ kind: 'changed', pieces: compareLines(removed, added, names) });
  }
  return stretches;
}

export const isSame = (stretches: readonly Stretch[]): boolean => stretches.every(({ kind }) => kind === 'same');

const toLines = (text: string): string[] => (text === '' ? [] : text.split('\n'));

function compareLines(before: string, after: string, names: readonly string[]): Piece[] {
  const [old, now] = [toTokens(before, names), toTokens(after, names)];
  const whole = markNames([...toPieces(old, 'removed'), ...toPieces(now, 'added')]);
  if (before === '' || after === '') return whole;
  const parts = diffArrays(old, now, { comparator: (a, b) => a.text === b.text, maxEditLength: MOST_EDITS });
  if (!parts) return whole;
  const pieces = parts.flatMap(({ value, added, removed }) => toPieces(value, added ? 'added' : removed ? 'removed' : 'same'));
  const shared = pieces.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.trim().length : 0), 0);
  return shared < LEAST_SHARED * Math.min(before.length, after.length) ? whole : markNames(pieces);
}

interface Token {
  text: string;
  value?: ValueKind;
}

/** Words, and what must be checked as one token each. */
function toTokens(text: string, names: readonly string[]): Token[] {
  return text.split(TABLE).flatMap((part, index) => (index % 2 === 1 ? [{ text: part }] : wordsOf(part, names)));
}

/** What stands in a text for a table (`readable-body.ts`). */
const TABLE = /(〔表格：[^〕\n]*〕)/u;

function wordsOf(text: string, names: readonly string[]): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const words = (end: number) => tokens.push(...[...WORDS.segment(text.slice(at, end))].map(({ segment }) => ({ text: segment })));
  for (const value of valuesIn(text, names)) {
    words(value.at);
    tokens.push({ text: value.text, value: value.kind });
    at = value.at + value.text.length;
  }
  words(text.length);
  return tokens;
}

/** Tokens that follow one another as one piece, except those that must be checked. */
function toPieces(tokens: readonly Token[], kind: Piece['kind']): Piece[] {
  const pieces: Piece[] = [];
  for (const { text, value } of tokens) {
    const last = pieces.at(-1);
    if (value) pieces.push({ kind, text, value });
    else if (last && !last.value) last.text += text;
    else pieces.push({ kind, text });
  }
  return pieces;
}

/** A name that another one has taken the place of is told by that, whatever stands around it. */
function markNames(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    const other = piece.kind === 'removed' ? pieces[index + 1] : piece.kind === 'added' ? pieces[index - 1] : undefined;
    const isReplaced = other !== undefined && other.kind !== 'same' && other.kind !== piece.kind;
    const isOther = isReplaced && (other.value === 'name' || (!other.value && isName(other.text)));
    return isOther && !piece.value && isName(piece.text) ? { ...piece, value: 'name' } : piece;
  });
}
