import type { Gather } from '../gather.ts';
import type { Attributes } from '../xml/parse-xml.ts';
import type { PartHandler } from '../xml/walk-part.ts';
import { toPosition } from './cell-reference.ts';

const PLACE = '外部链接的缓存';

/** Cells of another workbook that this one keeps a copy of. */
export class ExternalBook implements PartHandler {
  readonly #gather: Gather;
  readonly #table: number;
  #sheet = -1;
  #reference = '';

  constructor(gather: Gather, table: number) {
    this.#gather = gather;
    this.#table = table;
  }

  open(name: string, attributes: Attributes): readonly string[] | undefined {
    if (name === 'sheetData') this.#sheet++;
    if (name !== 'cell') return undefined;
    this.#reference = attributes.r ?? '';
    return ['r'];
  }

  text(text: string, parent: string): boolean {
    if (parent !== 'v') return false;
    const position = toPosition(this.#reference);
    const cell = position && { table: this.#table + Math.max(0, this.#sheet), ...position };
    this.#gather.add({ text, where: PLACE + this.#reference, kind: 'cell', isHidden: true, cell });
    return true;
  }
}
