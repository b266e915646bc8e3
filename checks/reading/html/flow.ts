import type { Cell, PieceKind } from '../piece.ts';
import { PlacedText } from '../text/placed-text.ts';
import type { Scope } from './scope.ts';

/** A run of text that a reader sees as one: a paragraph, a heading, a cell. */
export class Flow {
  readonly scope: Scope;
  readonly kind: PieceKind;
  readonly isHidden: boolean;
  readonly label: string;
  readonly cell: Cell | undefined;
  private text = new PlacedText();

  constructor(scope: Scope, kind: PieceKind, isHidden: boolean, label = '', cell?: Cell) {
    this.scope = scope;
    this.kind = kind;
    this.isHidden = isHidden;
    this.label = label;
    this.cell = cell;
  }

  /** Adds words; white space becomes one space as on a page, unless `keepsSpace`. */
  addText(placed: PlacedText, keepsSpace: boolean): void {
    if (keepsSpace) this.text.append(placed);
    else this.addCollapsed(placed);
  }

  private addCollapsed(placed: PlacedText): void {
    for (const { 0: part, index } of placed.text.matchAll(/[ \t\n\f\r]+|[^ \t\n\f\r]+/g)) {
      const slice = placed.slice(index, index + part.length);
      if (!/^[ \t\n\f\r]/u.test(part)) this.text.append(slice);
      else if (this.text.text !== '' && !/[ \n]$/u.test(this.text.text)) this.text.add(' ', slice.starts[0]!, slice.end);
    }
  }

  /** A line break; at the edge of a paragraph within a cell, where one break is enough, `once`. */
  breakLine(start: number, end: number, once = false): void {
    if (!once || (this.text.text !== '' && !this.text.text.endsWith('\n'))) this.text.add('\n', start, end);
  }

  /** Ends the paragraph. */
  flush(): void {
    this.scope.add(this.text, this.kind, this.isHidden, this.label, this.cell);
    this.text = new PlacedText();
  }
}
