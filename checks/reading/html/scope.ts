import type { Cell, Piece, PieceKind, Trait } from '../piece.ts';
import type { Offsets, PlacedText } from '../text/placed-text.ts';

/** What a page, or a part of one that is read like a page, is read into. */
export class Scope {
  readonly html: string;
  /** Where `html` stands in the decoded source of the file. */
  readonly offsets: Offsets;
  readonly where: string;
  /** Nothing in here is seen by somebody who opens the file. */
  readonly isHidden: boolean;
  readonly shared: Shared;
  /** One for every unit of `html` that some piece stands for, or that was looked at and says nothing. */
  readonly covered: Uint8Array;

  constructor(
    html: string,
    offsets: Offsets,
    where: string,
    isHidden = false,
    shared: Shared = { pieces: [], traits: new Map(), tables: { next: 0 }, depth: 0 },
  ) {
    // Browsers drop U+0000, which would put places wrong; a rule passes over U+200B in the same way.
    this.html = html.replaceAll('\0', '\u200b');
    this.offsets = offsets;
    this.where = where;
    this.isHidden = isHidden;
    this.shared = shared;
    this.covered = new Uint8Array(html.length);
  }

  /** Puts down what was found, unless it is blank. `label` completes “…中的”. */
  add(found: PlacedText, kind: PieceKind, isHidden: boolean, label = '', cell?: Cell): void {
    this.cover(found);
    const text = found.trim();
    if (text.text === '') return;
    const where = label === '' ? this.where : `${this.where}中的${label}`;
    const offsets = text.within(this.offsets).offsets;
    this.shared.pieces.push({ text: text.text, where, kind, isHidden: isHidden || this.isHidden, ...(cell && { cell }), offsets });
  }

  /** Marks what a text stands for, its character references included. */
  cover(found: PlacedText): void {
    for (const [i, start] of found.starts.entries()) {
      const isReference = this.html[start] === '&';
      this.covered.fill(1, start, isReference ? Math.max(start + 1, found.starts[i + 1] ?? found.end) : start + 1);
    }
  }

  trait(kind: PlainTrait, label = ''): void {
    const where = label === '' ? this.where : `${this.where}中的${label}`;
    if (!this.shared.traits.has(kind)) this.shared.traits.set(kind, { kind, where });
  }

  /** A page inside this one, such as a conditional comment; nothing when pages lie in pages beyond reason. */
  inner(html: PlacedText, label: string, isHidden: boolean): Scope | undefined {
    if (this.shared.depth >= 4) return undefined;
    this.cover(html);
    const offsets = html.within(this.offsets).offsets;
    return new Scope(html.text, offsets, `${this.where}中的${label}`, isHidden || this.isHidden, {
      ...this.shared,
      depth: this.shared.depth + 1,
    });
  }
}

type PlainTrait = 'hidden-text' | 'hidden-rows' | 'hidden-columns' | 'remarks' | 'outside-reference' | 'author';

interface Shared {
  pieces: Piece[];
  /** One of a kind says enough. */
  traits: Map<PlainTrait, Trait>;
  /** Number of the next table, shared with the pages inside. */
  tables: { next: number };
  depth: number;
}
