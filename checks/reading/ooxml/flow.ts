import type { Gather } from '../gather.ts';
import type { Cell, PieceKind } from '../piece.ts';
import type { Paragraph } from './paragraph.ts';

/** Counts tables through all parts of one document. */
export class TableCount {
  last = -1;
}

/** Somewhere that paragraphs go: a body, a header, a cell, a text box. */
export abstract class Flow {
  /** Place of what stands in it now. */
  abstract place(): string;
  abstract accept(paragraph: Paragraph): void;
  close(): void {}
}

/** The text of a part or of a text box; counts its paragraphs when `isCounted`. */
export class PlainFlow extends Flow {
  #number = 1;
  readonly #gather: Gather;
  readonly #base: string;
  readonly #kind: PieceKind;
  readonly #isHidden: boolean;
  readonly #isCounted: boolean;

  constructor(gather: Gather, base: string, kind: PieceKind, { isHidden = false, isCounted = false } = {}) {
    super();
    this.#gather = gather;
    this.#base = base;
    this.#kind = kind;
    this.#isHidden = isHidden;
    this.#isCounted = isCounted;
  }

  place(): string {
    return this.#isCounted ? `${this.#base}第${this.#number}段` : this.#base;
  }

  accept(paragraph: Paragraph): void {
    const { shown, hidden, deleted } = paragraph.wordings();
    const where = this.place();
    const kind = this.#kind === 'paragraph' && paragraph.isHeading ? 'heading' : this.#kind;
    this.#gather.add({ text: shown, where, kind, isHidden: this.#isHidden });
    addUnseen(this.#gather, where, this.#kind, hidden, deleted);
    if (/\S/u.test(shown) || hidden.length > 0) this.#number++;
  }
}

/** One table cell: its paragraphs make one piece. */
export class CellFlow extends Flow {
  readonly #gather: Gather;
  readonly #where: string;
  readonly #cell: Cell;
  readonly #isHidden: boolean;
  readonly #shown: string[] = [];
  readonly #hidden: string[] = [];
  readonly #deleted: string[] = [];

  constructor(gather: Gather, base: string, cell: Cell, isHidden = false) {
    super();
    this.#gather = gather;
    this.#where = `${base}表格${cell.table + 1}第${cell.row + 1}行第${cell.column + 1}列`;
    this.#cell = cell;
    this.#isHidden = isHidden;
  }

  place(): string {
    return this.#where;
  }

  accept(paragraph: Paragraph): void {
    const { shown, hidden, deleted } = paragraph.wordings();
    if (/\S/u.test(shown)) this.#shown.push(shown);
    this.#hidden.push(...hidden);
    this.#deleted.push(...deleted);
  }

  override close(): void {
    const where = this.#where;
    if (this.#shown.length > 0)
      this.#gather.add({ text: this.#shown.join('\n'), where, kind: 'cell', isHidden: this.#isHidden, cell: this.#cell });
    else if (this.#hidden.length > 0) {
      this.#gather.add({ text: this.#hidden.splice(0).join('\n'), where, kind: 'cell', isHidden: true, cell: this.#cell });
      this.#gather.trait({ kind: 'hidden-text', where });
    }
    addUnseen(this.#gather, where, 'paragraph', this.#hidden, this.#deleted);
  }
}

function addUnseen(gather: Gather, where: string, kind: PieceKind, hidden: string[], deleted: string[]): void {
  for (const text of hidden) gather.add({ text, where: `${where}的隐藏文字`, kind, isHidden: true });
  for (const text of deleted) gather.add({ text, where: `${where}的修订前文字`, kind: 'deleted', isHidden: true });
  if (hidden.length > 0) gather.trait({ kind: 'hidden-text', where });
}
