import type { Gather } from '../gather.ts';
import type { PieceKind } from '../piece.ts';
import { type Attributes, attribute } from '../xml/parse-xml.ts';
import { isTelling } from '../xml/telling.ts';
import type { PartHandler } from '../xml/walk-part.ts';
import { toPosition, toReference } from './cell-reference.ts';
import { stripCodes } from './header-codes.ts';

/** A worksheet as the workbook lists it. */
export interface Sheet {
  /** For example `工作表“底表”（隐藏）`. */
  place: string;
  isHidden: boolean;
  /** Number of the sheet, which tells its cells from those of others. */
  table: number;
}

/** What the workbook's other parts say about cells. */
export interface Shared {
  strings: readonly string[];
  unseenFormats: ReadonlySet<number>;
}

const MOST_COLUMNS = 16_384;
const HEADERS: Record<string, string> = {
  oddHeader: '的页眉',
  evenHeader: '的页眉',
  firstHeader: '的页眉',
  oddFooter: '的页脚',
  evenFooter: '的页脚',
  firstFooter: '的页脚',
};

/** One worksheet (ISO/IEC 29500-1, 18.3): cells with values as stored, formulas, headers, checks on input, links. */
export class SheetText implements PartHandler {
  readonly #gather: Gather;
  readonly #sheet: Sheet;
  readonly #shared: Shared;
  readonly #hiddenColumns = new Uint8Array(MOST_COLUMNS);
  #row = -1;
  #column = -1;
  #reference = '';
  #isRowHidden = false;
  #type = '';
  #format = 0;
  #value = '';
  #formula = '';
  #isReading = false;
  /** Text of a header or of a list of allowed values. */
  #buffer = '';

  constructor(gather: Gather, sheet: Sheet, shared: Shared) {
    this.#gather = gather;
    this.#sheet = sheet;
    this.#shared = shared;
  }

  open(name: string, attributes: Attributes): readonly string[] | undefined {
    switch (name) {
      case 'c':
        this.#openCell(attributes);
        return ['r', 's', 't'];
      case 'row':
        this.#openRow(attributes);
        return ['r'];
      case 'col':
        this.#openColumn(attributes);
        return undefined;
      case 'rPh':
        this.#isReading = true;
        return undefined;
      case 'hyperlink':
        return this.#say(attributes, attributes.ref ?? '', {
          display: ['link', '的链接文字'],
          tooltip: ['alt', '的链接提示'],
          location: ['link', '的链接'],
        });
      case 'dataValidation':
        return this.#say(attributes, (attributes.sqref ?? '').split(' ')[0]!, {
          prompt: ['remark', '的输入提示'],
          promptTitle: ['remark', '的输入提示'],
          error: ['remark', '的出错提示'],
          errorTitle: ['remark', '的出错提示'],
        });
      default:
        return undefined;
    }
  }

  #openRow({ r, hidden, ht }: Attributes): void {
    this.#row = r === undefined ? this.#row + 1 : Math.max(0, Number(r) - 1 || 0);
    this.#column = -1;
    this.#isRowHidden = isTrue(hidden) || (ht !== undefined && Number(ht) === 0);
    if (this.#isRowHidden) this.#gather.trait({ kind: 'hidden-rows', where: this.#sheet.place });
  }

  #openColumn({ min, max, hidden, width }: Attributes): void {
    if (!isTrue(hidden) && !(width !== undefined && Number(width) === 0)) return;
    this.#hiddenColumns.fill(1, Math.max(0, Number(min) - 1), Math.min(MOST_COLUMNS, Number(max)));
    this.#gather.trait({ kind: 'hidden-columns', where: this.#sheet.place });
  }

  #openCell({ r = '', t = '', s }: Attributes): void {
    const position = toPosition(r);
    if (position) {
      this.#row = position.row;
      this.#column = position.column;
    } else this.#column++;
    this.#reference = position ? r : toReference(Math.max(0, this.#row), this.#column);
    this.#type = t;
    this.#format = s === undefined ? 0 : Number(s);
    this.#value = '';
    this.#formula = '';
  }

  text(text: string, parent: string): boolean {
    if (parent === 'v' || (parent === 't' && !this.#isReading)) this.#value += text;
    else if (parent === 'f') this.#formula += text;
    else if (HEADERS[parent] || parent === 'formula1' || parent === 'formula2') this.#buffer += text;
    else return false;
    return true;
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell();
    else if (name === 'rPh') this.#isReading = false;
    else if (HEADERS[name]) {
      const text = stripCodes(this.#buffer);
      this.#gather.add({ text, where: `${this.#sheet.place}${HEADERS[name]}`, kind: 'margin', isHidden: true });
      this.#buffer = '';
    } else if (name === 'formula1' || name === 'formula2') {
      if (isTelling(this.#buffer))
        this.#gather.add({ text: this.#buffer, where: `${this.#sheet.place}的数据验证`, kind: 'code', isHidden: true });
      this.#buffer = '';
    }
  }

  #closeCell(): void {
    const where = this.#sheet.place + this.#reference;
    if (this.#value !== '') {
      const text = this.#type === 's' ? (this.#shared.strings[Number(this.#value)] ?? '') : toShown(this.#value, this.#type);
      const isColumnHidden = this.#hiddenColumns[this.#column] === 1;
      const isUnseen = this.#shared.unseenFormats.has(this.#format) && text !== '';
      if (isUnseen) this.#gather.trait({ kind: 'hidden-text', where: this.#sheet.place });
      this.#gather.add({
        text,
        where: isColumnHidden
          ? `${where}（隐藏列）`
          : this.#isRowHidden
            ? `${where}（隐藏行）`
            : isUnseen
              ? `${where}（看不见的文字）`
              : where,
        kind: 'cell',
        isHidden: this.#sheet.isHidden || isColumnHidden || this.#isRowHidden || isUnseen,
        cell: { table: this.#sheet.table, row: this.#row, column: this.#column },
      });
    }
    if (this.#formula.includes('"') || isTelling(this.#formula))
      this.#gather.add({ text: this.#formula, where: `${where}的公式`, kind: 'code', isHidden: true });
  }

  #say(attributes: Attributes, reference: string, words: Record<string, [PieceKind, string]>): string[] {
    const used: string[] = [];
    for (const [name, [kind, what]] of Object.entries(words)) {
      const text = attribute(attributes, name);
      if (text === undefined) continue;
      used.push(name);
      this.#gather.add({ text, where: `${this.#sheet.place}${reference}${what}`, kind, isHidden: true });
    }
    return used;
  }
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Numbers without exponent, as far as they are whole: an account number typed as a number is still one. */
function toShown(value: string, type: string): string {
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type !== '' && type !== 'n') return value;
  const trimmed = value.trim();
  return /^-?\d+(?:\.\d+)?[eE]\+?\d{1,2}$/u.test(trimmed) && Math.abs(Number(trimmed)) < 1e21
    ? String(Math.round(Number(trimmed)))
    : trimmed;
}
