import type { Gather } from '../gather.ts';
import { toReference } from '../ooxml/cell-reference.ts';
import type { PieceKind } from '../piece.ts';
import { type Attributes, attribute } from '../xml/parse-xml.ts';
import type { PartHandler } from '../xml/walk-part.ts';
import type { OdfStyles } from './odf-styles.ts';

interface Table {
  number: number;
  row: number;
  column: number;
  /** Columns that repeats of the last cell still take up. */
  repeat: number;
  rowRepeat: number;
  place: string;
  isHidden: boolean;
  isRowHidden: boolean;
  hiddenColumns: Set<number>;
  columns: number;
}

/** Somewhere that paragraphs stand in. */
interface Region {
  place: string;
  kind: PieceKind;
  isHidden: boolean;
  /** A cell joins its paragraphs. */
  texts?: string[];
}

const REGIONS: Record<string, [place: string, kind: PieceKind, isHidden: boolean]> = {
  annotation: ['批注', 'remark', true],
  'note-body': ['脚注', 'note', false],
  header: ['页眉', 'margin', false],
  'header-left': ['页眉', 'margin', false],
  'header-first': ['页眉', 'margin', false],
  footer: ['页脚', 'margin', false],
  'footer-left': ['页脚', 'margin', false],
  'footer-first': ['页脚', 'margin', false],
  'text-box': ['文本框', 'shape', false],
  deletion: ['修订前文字', 'deleted', true],
  notes: ['备注', 'note', true],
};
/** Moments and numbers of notes, which stand within a paragraph and are not its words. */
const BESIDE = new Set(['date', 'date-string', 'note-citation', 'creator-initials']);
const ALT = new Set(['desc', 'title']);

/** Content and styles of OpenDocument text, sheets and slides (OpenDocument 1.3, part 3). */
export class OdfText implements PartHandler {
  readonly #gather: Gather;
  readonly #format: string;
  readonly #styles: OdfStyles;
  readonly #tables: Table[] = [];
  readonly #regions: Region[];
  readonly #paragraphs: { text: string; hidden: string; isHeading: boolean; isHidden: boolean }[] = [];
  readonly #spans: boolean[] = [];
  #tableCount = 0;
  #slide = 0;
  #number = 1;

  constructor(gather: Gather, format: string, styles: OdfStyles, place: string) {
    this.#gather = gather;
    this.#format = format;
    this.#styles = styles;
    this.#regions = [{ place, kind: place === '正文' ? 'paragraph' : 'shape', isHidden: false }];
  }

  get #region(): Region {
    return this.#regions.at(-1)!;
  }

  get #place(): string {
    const { place } = this.#region;
    return place === '正文' && this.#format === 'odt' ? `正文第${this.#number}段` : place;
  }

  open(name: string, attributes: Attributes, parent: string): readonly string[] | undefined {
    const paragraph = this.#paragraphs.at(-1);
    const region = REGIONS[name];
    if (region && !(name === 'header' && parent === 'table')) this.#enter(region, name, attributes);
    switch (name) {
      case 'p':
      case 'h':
        this.#paragraphs.push({ text: '', hidden: '', isHeading: name === 'h', isHidden: this.#hides(attributes) });
        break;
      case 'span':
        this.#spans.push(this.#hides(attributes));
        break;
      case 's':
        this.#append(' '.repeat(Math.min(100, Number(attribute(attributes, 'c')) || 1)));
        break;
      case 'tab':
        this.#append('\t');
        break;
      case 'line-break':
        this.#append('\n');
        break;
      case 'hidden-text':
      case 'hidden-paragraph':
        if (paragraph) this.#gather.trait({ kind: 'hidden-text', where: this.#place });
        return this.#say(attributes, 'string-value', 'paragraph', '的隐藏文字');
      case 'page':
        if (this.#format === 'odp' && /^(?:presentation|drawing)$/u.test(parent)) this.#openSlide(attributes);
        break;
      case 'table':
        this.#openTable(attributes);
        break;
      case 'table-column':
        this.#openColumn(attributes);
        break;
      case 'table-row':
        this.#openRow(attributes);
        break;
      case 'table-cell':
      case 'covered-table-cell':
        return this.#openCell(attributes);
      case 'bookmark':
      case 'bookmark-start':
        return this.#say(attributes, 'name', 'name', '的书签');
      case 'named-range':
      case 'named-expression':
        return this.#say(attributes, 'name', 'name', '的名称');
      case 'changed-region':
        this.#gather.trait({ kind: 'tracked-changes', where: '正文' });
        break;
      default:
    }
    const href = Object.keys(attributes).find((key) => key.endsWith(':href'));
    if (href && !/^(?:\.?\/?(?:Pictures|Object|ObjectReplacements|media)|#)/iu.test(attributes[href]!)) {
      this.#gather.add({ text: attributes[href]!, where: `${this.#place}的链接`, kind: 'link', isHidden: true });
      if (/^(?:image|object|template|section-source|table-source|cell-range-source)$/u.test(name))
        this.#gather.trait({ kind: 'outside-reference', where: `${this.#place}的链接` });
      return [href];
    }
    return undefined;
  }

  text(text: string, parent: string): boolean {
    if (ALT.has(parent)) {
      this.#gather.add({ text, where: `${this.#place}的图片替代文字`, kind: 'alt', isHidden: true });
      return true;
    }
    if (parent === 'creator') {
      this.#gather.add({ text, where: '修订和批注的作者', kind: 'property', isHidden: true });
      if (text.trim() !== '') this.#gather.trait({ kind: 'author', where: '修订和批注的作者' });
      return true;
    }
    if (BESIDE.has(parent)) return true;
    if (this.#paragraphs.length === 0) return false;
    this.#append(text);
    return true;
  }

  close(name: string, parent: string): void {
    switch (name) {
      case 'p':
      case 'h':
        this.#closeParagraph();
        break;
      case 'span':
        this.#spans.pop();
        break;
      case 'table':
        this.#tables.pop();
        break;
      case 'table-row':
        if (this.#tables.length > 0) this.#tables.at(-1)!.row += this.#tables.at(-1)!.rowRepeat - 1;
        break;
      case 'table-cell':
      case 'covered-table-cell':
        this.#closeCell();
        break;
      default:
    }
    if (REGIONS[name] && this.#regions.length > 1 && !(name === 'header' && parent === 'table')) this.#regions.pop();
  }

  end(): void {
    while (this.#paragraphs.length > 0) this.#closeParagraph();
  }

  #enter([place, kind, isHidden]: [string, PieceKind, boolean], name: string, attributes: Attributes): void {
    const outer = this.#region;
    const prefix = outer.place === '正文' || name === 'header' || name === 'footer' ? '' : `${outer.place}的`;
    const words = name === 'note-body' && attribute(attributes, 'note-class') === 'endnote' ? '尾注' : place;
    // Words on a slide stand in boxes, which are its body.
    const isBody = name === 'text-box' && this.#format === 'odp' && outer.kind !== 'note';
    this.#regions.push(isBody ? { ...outer, texts: undefined } : { place: prefix + words, kind, isHidden: isHidden || outer.isHidden });
    if (name === 'annotation') this.#gather.trait({ kind: 'remarks', where: prefix === '' ? '正文' : outer.place });
  }

  #hides(attributes: Attributes): boolean {
    return this.#styles.hiding.has(attribute(attributes, 'style-name') ?? '');
  }

  #append(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    if (paragraph.isHidden || this.#spans.includes(true)) paragraph.hidden += text;
    else paragraph.text += text;
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    const region = this.#region;
    const where = this.#place;
    if (paragraph.hidden.trim() !== '') {
      this.#gather.add({ text: paragraph.hidden, where: `${where}的隐藏文字`, kind: region.kind, isHidden: true });
      this.#gather.trait({ kind: 'hidden-text', where });
    }
    if (paragraph.text.trim() === '') return;
    if (region.texts) region.texts.push(paragraph.text);
    else {
      const kind = region.kind === 'paragraph' && paragraph.isHeading ? 'heading' : region.kind;
      this.#gather.add({ text: paragraph.text, where, kind, isHidden: region.isHidden });
      if (region.place === '正文') this.#number++;
    }
  }

  #openSlide(attributes: Attributes): void {
    const isHidden = this.#hides(attributes);
    const place = `第${++this.#slide}张幻灯片${isHidden ? '（隐藏）' : ''}`;
    if (isHidden) this.#gather.trait({ kind: 'hidden-slide', where: place });
    this.#regions[0] = { place, kind: 'paragraph', isHidden };
  }

  #openTable(attributes: Attributes): void {
    const number = this.#tableCount++;
    const isHidden = this.#hides(attributes);
    const name = attribute(attributes, 'name') ?? '';
    const isSheet = this.#format === 'ods' && this.#tables.length === 0;
    const outer = this.#region.place === '正文' ? '' : `${this.#region.place}的`;
    const place = isSheet ? `工作表“${name}”${isHidden ? '（隐藏）' : ''}` : `${outer}表格${number + 1}`;
    if (isSheet) {
      this.#gather.add({ text: name, where: `${place}的名称`, kind: 'name', isHidden });
      if (isHidden) this.#gather.trait({ kind: 'hidden-sheet', where: place });
    }
    this.#tables.push({
      number,
      row: -1,
      column: -1,
      repeat: 1,
      rowRepeat: 1,
      place,
      isHidden: isHidden || this.#region.isHidden,
      isRowHidden: false,
      hiddenColumns: new Set(),
      columns: 0,
    });
  }

  #openColumn(attributes: Attributes): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    const count = repeats(attributes, 'number-columns-repeated');
    if (isAway(attributes)) {
      for (let at = 0; at < count; at++) table.hiddenColumns.add(table.columns + at);
      this.#gather.trait({ kind: 'hidden-columns', where: table.place });
    }
    table.columns += count;
  }

  #openRow(attributes: Attributes): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    table.row++;
    table.column = -1;
    table.repeat = 1;
    table.rowRepeat = Math.min(1_048_576, Number(attribute(attributes, 'number-rows-repeated')) || 1);
    table.isRowHidden = isAway(attributes);
    if (table.isRowHidden) this.#gather.trait({ kind: 'hidden-rows', where: table.place });
  }

  #openCell(attributes: Attributes): readonly string[] | undefined {
    const table = this.#tables.at(-1);
    if (!table) return undefined;
    table.column += table.repeat;
    table.repeat = repeats(attributes, 'number-columns-repeated');
    const reference =
      this.#format === 'ods' && this.#tables.length === 1
        ? toReference(Math.max(0, table.row), table.column)
        : `第${table.row + 1}行第${table.column + 1}列`;
    const isColumnHidden = table.hiddenColumns.has(table.column);
    const place = `${table.place}${reference}${isColumnHidden ? '（隐藏列）' : table.isRowHidden ? '（隐藏行）' : ''}`;
    this.#regions.push({ place, kind: 'cell', isHidden: table.isHidden || isColumnHidden || table.isRowHidden, texts: [] });
    const used: string[] = [];
    for (const key in attributes) {
      if (key.endsWith(':formula')) this.#gather.add({ text: attributes[key]!, where: `${place}的公式`, kind: 'code', isHidden: true });
      else if (!/:(?:value|string-value)$/u.test(key)) continue;
      used.push(key);
    }
    // The value is told when the cell shows something else, such as a number with an exponent.
    const value = attributes['office:value'] ?? attributes['office:string-value'];
    if (value !== undefined) this.#values.push(value);
    else this.#values.push('');
    return used;
  }

  readonly #values: string[] = [];

  #closeCell(): void {
    const table = this.#tables.at(-1);
    if (!table || this.#regions.length < 2) return;
    const { place, isHidden, texts = [] } = this.#regions.pop()!;
    const value = this.#values.pop() ?? '';
    const shown = texts.join('\n');
    const cell = { table: table.number, row: Math.max(0, table.row), column: Math.max(0, table.column) };
    this.#gather.add({ text: shown || value, where: place, kind: 'cell', isHidden, cell });
    if (shown !== '' && value !== '' && value !== shown && value.length >= 6)
      this.#gather.add({ text: value, where: `${place}的值`, kind: 'other', isHidden: true });
  }

  #say(attributes: Attributes, name: string, kind: PieceKind, what: string): string[] {
    const key = Object.keys(attributes).find((key) => key.endsWith(`:${name}`));
    if (key === undefined) return [];
    this.#gather.add({ text: attributes[key]!, where: `${this.#place}${what}`, kind, isHidden: true });
    return [key];
  }
}

const repeats = (attributes: Attributes, name: string): number => Math.min(16_384, Math.max(1, Number(attribute(attributes, name)) || 1));

const isAway = (attributes: Attributes): boolean => /^(?:collapse|filter)$/u.test(attribute(attributes, 'visibility') ?? '');
