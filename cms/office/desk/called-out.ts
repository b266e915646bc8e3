import type { Piece, Stretch } from './compare-texts.ts';
import type { ValueKind } from './values.ts';

/** A change that must be checked by itself (需要核对的变化). */
export interface CalledOut {
  kind: ValueKind;
  /** Where it is, in words: a field, the text, a table's cell, an attachment. */
  where: string;
  /** Empty when there was nothing. */
  before: string;
  /** Empty when there is nothing any more. */
  after: string;
  /** What stands before and after it. */
  lead: string;
  tail: string;
}

/** Characters around what is called out. */
const AROUND = 16;

/** The changed amounts, dates, names, phone numbers and citations of a text, in its order; those that took another's place as one. */
export function calledOutIn(where: string, stretches: readonly Stretch[]): CalledOut[] {
  return stretches.flatMap((stretch) => (stretch.kind === 'changed' ? inPieces(where, stretch.pieces) : []));
}

function inPieces(where: string, pieces: readonly Piece[]): CalledOut[] {
  const found: CalledOut[] = [];
  for (let start = 0; start < pieces.length; start++) {
    if (pieces[start]!.kind === 'same') continue;
    let end = start;
    while (end < pieces.length && pieces[end]!.kind !== 'same') end++;
    found.push(...inChange(where, pieces, start, end));
    start = end;
  }
  return found;
}

/** What is called out in the pieces from one place to another, none of which stayed. */
function inChange(where: string, pieces: readonly Piece[], start: number, end: number): CalledOut[] {
  const indexes = Array.from({ length: end - start }, (_, index) => start + index);
  const valuesOf = (kind: Piece['kind']) => indexes.filter((index) => pieces[index]!.kind === kind && pieces[index]!.value);
  const removed = valuesOf('removed');
  const added = valuesOf('added');
  const found: CalledOut[] = [];
  for (const index of added) {
    const { value, text } = pieces[index]!;
    const partner = removed.findIndex((each) => pieces[each]!.value === value);
    const before = partner < 0 ? '' : pieces[removed.splice(partner, 1)[0]!]!.text;
    if (before !== text) found.push({ kind: value!, where, before, after: text, ...around(pieces, index, 'removed') });
  }
  for (const index of removed) {
    const { value, text } = pieces[index]!;
    found.push({ kind: value!, where, before: text, after: '', ...around(pieces, index, 'added') });
  }
  return found;
}

/** Names of files and addresses: what is cut inside one looks like another. */
const NAME = /https?:\/\/[^\s〔〕]{1,300}〕?|[^\s，。；：、！？“”《》〔〕]{1,120}\.[a-z][a-z0-9]{1,4}(?![a-z0-9])/giu;

/** The words around a piece in its own version: those of the other version are left out. */
function around(pieces: readonly Piece[], index: number, other: Piece['kind']): { lead: string; tail: string } {
  const textOf = (some: readonly Piece[]) => some.map(({ kind, text }) => (kind === other ? '' : text)).join('');
  const before = textOf(pieces.slice(0, index)).split('\n').at(-1)!;
  const [after = ''] = textOf(pieces.slice(index + 1)).split('\n');
  const end = before.length + pieces[index]!.text.length;
  const line = `${before}${pieces[index]!.text}${after}`;
  let from = [...before].slice(0, -AROUND).join('').length;
  let to = end + [...after].slice(0, AROUND).join('').length;
  for (const { 0: name, index: at } of line.matchAll(NAME)) {
    if (at < from && from < at + name.length) from = at;
    if (at < to && to < at + name.length) to = at + name.length;
  }
  return { lead: `${from > 0 ? '…' : ''}${line.slice(from, before.length)}`, tail: `${line.slice(end, to)}${to < line.length ? '…' : ''}` };
}
