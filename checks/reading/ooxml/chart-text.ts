import type { Gather } from '../gather.ts';
import type { Attributes } from '../xml/parse-xml.ts';
import { type RichPart, RichText } from './rich-text.ts';

/** A chart: its titles, and the copy of the data that it keeps even when its source is gone. */
export class ChartText extends RichText {
  readonly #chart: Gather;
  readonly #part: RichPart;
  readonly #table: number;
  #column = -1;
  #row = 0;

  constructor(gather: Gather, part: RichPart) {
    super(gather, part);
    this.#chart = gather;
    this.#part = part;
    this.#table = ++part.tables.last;
  }

  override open(name: string, attributes: Attributes, parent: string): readonly string[] | undefined {
    if (/^(?:str|num)(?:Cache|Lit)$/u.test(name)) this.#column++;
    else if (name === 'pt') {
      this.#row = Number(attributes.idx) || 0;
      return ['idx'];
    }
    return super.open(name, attributes, parent);
  }

  override text(text: string, parent: string): boolean {
    if (parent !== 'v') return super.text(text, parent);
    const cell = { table: this.#table, row: this.#row, column: Math.max(0, this.#column) };
    this.#chart.add({ text, where: `${this.#part.place}的数据`, kind: 'cell', isHidden: true, cell });
    return true;
  }
}
