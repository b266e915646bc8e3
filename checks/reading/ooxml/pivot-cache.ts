import type { Gather } from '../gather.ts';
import type { Attributes } from '../xml/parse-xml.ts';
import type { PartHandler } from '../xml/walk-part.ts';

const PLACE = '数据透视表缓存';

/** What records of a cache refer to by number: for each field its name and the values that occur. */
export interface CacheField {
  name: string;
  items: string[];
}

/** Fields of a pivot cache, which keeps the source rows even after their sheet is deleted. */
export class PivotCacheDefinition implements PartHandler {
  readonly fields: CacheField[] = [];
  readonly #gather: Gather;
  readonly #table: number;
  #isShared = false;

  constructor(gather: Gather, table: number) {
    this.#gather = gather;
    this.#table = table;
  }

  open(name: string, attributes: Attributes): readonly string[] | undefined {
    if (name === 'cacheField') {
      const field = { name: attributes.name ?? '', items: [] };
      const cell = { table: this.#table, row: 0, column: this.fields.length };
      this.fields.push(field);
      this.#gather.add({ text: field.name, where: PLACE, kind: 'cell', isHidden: true, cell });
      return ['name'];
    }
    if (name === 'sharedItems') this.#isShared = true;
    else if (this.#isShared && attributes.v !== undefined) {
      const field = this.fields.at(-1);
      field?.items.push(attributes.v);
      this.#gather.add({ text: attributes.v, where: `${PLACE}“${field?.name}”`, kind: 'other', isHidden: true });
      return ['v'];
    } else if (this.#isShared && name === 'm') this.fields.at(-1)?.items.push('');
    return undefined;
  }

  close(name: string): void {
    if (name === 'sharedItems') this.#isShared = false;
  }
}

/** Rows of a pivot cache. */
export class PivotCacheRecords implements PartHandler {
  readonly #gather: Gather;
  readonly #fields: readonly CacheField[];
  readonly #table: number;
  #row = 0;
  #column = 0;

  constructor(gather: Gather, fields: readonly CacheField[], table: number) {
    this.#gather = gather;
    this.#fields = fields;
    this.#table = table;
  }

  open(name: string, { v }: Attributes, parent: string): readonly string[] | undefined {
    if (name === 'r' && parent === 'pivotCacheRecords') {
      this.#row++;
      this.#column = 0;
    } else if (parent === 'r') {
      const column = this.#column++;
      const text = name === 'x' ? this.#fields[column]?.items[Number(v)] : v;
      const cell = { table: this.#table, row: this.#row, column };
      if (text !== undefined) this.#gather.add({ text, where: `${PLACE}第${this.#row}条记录`, kind: 'cell', isHidden: true, cell });
      return ['v'];
    }
    return undefined;
  }
}
