import type { Gather } from '../gather.ts';
import { type Attributes, attribute } from '../xml/parse-xml.ts';
import type { PartHandler } from '../xml/walk-part.ts';

/** A sheet as `workbook.xml` lists it. */
export interface ListedSheet {
  name: string;
  isHidden: boolean;
  /** Id of the relation that leads to its part. */
  relation: string;
}

/** The workbook: names of sheets, hidden ones among them, and defined names. */
export class WorkbookText implements PartHandler {
  readonly sheets: ListedSheet[] = [];
  readonly #gather: Gather;
  #defined = '';

  constructor(gather: Gather) {
    this.#gather = gather;
  }

  open(name: string, attributes: Attributes): readonly string[] | undefined {
    if (name === 'sheet') {
      const isHidden = /^(?:hidden|veryHidden)$/iu.test(attributes.state ?? '');
      const sheet = { name: attributes.name ?? '', isHidden, relation: attribute(attributes, 'id') ?? '' };
      this.sheets.push(sheet);
      const where = sheetPlace(sheet);
      this.#gather.add({ text: sheet.name, where: `${where}的名称`, kind: 'name', isHidden });
      if (isHidden) this.#gather.trait({ kind: 'hidden-sheet', where });
      return ['name', 'sheetId', 'r:id'];
    }
    if (name !== 'definedName') return undefined;
    this.#defined = attributes.name ?? '';
    if (!this.#defined.startsWith('_xlnm.')) this.#gather.add({ text: this.#defined, where: '已定义的名称', kind: 'name', isHidden: true });
    return ['name'];
  }

  text(text: string, parent: string): boolean {
    if (parent !== 'definedName') return false;
    this.#gather.add({ text, where: `名称“${this.#defined}”的内容`, kind: 'code', isHidden: true });
    return true;
  }
}

/** `工作表“底表”（隐藏）` */
export const sheetPlace = ({ name, isHidden }: { name: string; isHidden: boolean }): string =>
  `工作表“${name}”${isHidden ? '（隐藏）' : ''}`;
