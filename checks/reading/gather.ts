import type { Budget } from './budget.ts';
import type { Piece, Reading, Trait } from './piece.ts';

/** Collects what a reader finds: no empty pieces, no trait twice, and no more pieces than the budget has. */
export class Gather {
  readonly pieces: Piece[] = [];
  readonly traits: Trait[] = [];
  /** Of the file itself, not of those within. */
  pages: number | undefined;
  readonly #budget: Budget;
  readonly #within: string;
  #isFull = false;
  readonly #known = new Set<string>();

  /** @param within `within` of the source, put before every place */
  constructor(budget: Budget, within = '') {
    this.#budget = budget;
    this.#within = within;
  }

  /** True when no more pieces are taken, so that looking for more is in vain. */
  get isFull(): boolean {
    return this.#isFull;
  }

  add(piece: Piece): void {
    if (!/\S/u.test(piece.text)) return;
    if (this.#budget.pieces <= 0) {
      this.#isFull = true;
      this.trait({ kind: 'cut', where: '文件', what: '文字太多，后面的没有检查' });
      return;
    }
    this.#budget.pieces--;
    if (this.#within !== '') piece.where = this.#within + piece.where;
    this.pieces.push(piece);
  }

  trait(trait: Trait): void {
    this.#note({ ...trait, where: this.#within + trait.where });
  }

  #note(trait: Trait): void {
    const key = `${trait.kind}\n${trait.where}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.traits.push(trait);
  }

  /** Drops pieces from `middle` on that only say again what pieces from `from` on said. */
  dropRepeats(from: number, middle: number): void {
    const said = new Set(this.pieces.slice(from, middle).map(({ text }) => text));
    const rest = this.pieces.splice(middle).filter(({ text }) => !said.has(text));
    for (const piece of rest) this.pieces.push(piece);
  }

  /** Takes over what another reader read: told from outside and paid for already. */
  take({ pieces, traits }: Reading, { isHidden = false } = {}): void {
    for (const piece of pieces) {
      if (isHidden) piece.isHidden = true;
      this.pieces.push(piece);
    }
    for (const trait of traits) this.#note(trait);
  }

  reading(format: string): Reading {
    return { format, pieces: this.pieces, traits: this.traits, ...(this.pages !== undefined && { pages: this.pages }) };
  }
}
