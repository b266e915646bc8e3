import type { Places } from '../../cms/library/places.ts';
import type { Cell, Piece, PieceKind } from '../reading/piece.ts';
import { type Folded, fold } from './fold.ts';

/** Where something was found. */
export interface Spot {
  /** In an editor's words, ready for a sentence: `“标题”`, `第3页`. */
  where: string;
  /** What stands there, as written. It never leaves the engine when the rule is sensitive. */
  written: string;
  /** When it is in another file than the one judged: path from the content root. */
  file?: string;
  /** In text files: begin and end, lines and columns from one in characters, the end behind the last character. */
  place?: { line: number; column: number; endLine: number; endColumn: number };
}

/** A piece of text made ready for rules. */
export class Passage {
  readonly #piece: Piece;
  readonly #places: Places | undefined;
  #folded: Folded | undefined;

  /** @param places of the decoded source, for files that are text */
  constructor(piece: Piece, places?: Places) {
    this.#piece = piece;
    this.#places = places;
  }

  /** As written. */
  get written(): string {
    return this.#piece.text;
  }
  /** Folded for matching (`fold`); offsets into it are what `spot` takes. */
  get text(): string {
    return (this.#folded ??= fold(this.#piece.text)).text;
  }
  get where(): string {
    return this.#piece.where;
  }
  get kind(): PieceKind {
    return this.#piece.kind;
  }
  get isHidden(): boolean {
    return this.#piece.isHidden;
  }
  get cell(): Cell | undefined {
    return this.#piece.cell;
  }

  /** Tells where a stretch of the folded text is. */
  spot(start = 0, end = this.text.length): Spot {
    const from = this.#folded?.from;
    const [first, last] = from ? [from[start]!, from[end]!] : [start, end];
    return this.spotWritten(first, last);
  }

  /** Tells where a stretch of the text as written is. */
  spotWritten(first: number, last: number): Spot {
    return { where: this.where, written: this.written.slice(first, last), ...this.#placeOf(first, last) };
  }

  #placeOf(first: number, last: number): Pick<Spot, 'place'> {
    const { offsets } = this.#piece;
    if (!this.#places || offsets === undefined) return {};
    const at = (unit: number) => (typeof offsets === 'number' ? offsets + unit : (offsets[unit] ?? offsets.at(-1) ?? 0));
    const begin = this.#places.at(at(first));
    // The end is told from the last unit, because the next one may stand on another line.
    const end = last > first ? this.#places.at(at(last - 1) + 1) : begin;
    return { place: { ...begin, endLine: end.line, endColumn: end.column } };
  }
}
