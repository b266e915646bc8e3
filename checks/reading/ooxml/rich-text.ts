import type { Gather } from '../gather.ts';
import type { PieceKind } from '../piece.ts';
import { type Attributes, attribute } from '../xml/parse-xml.ts';
import type { PartHandler } from '../xml/walk-part.ts';
import { CellFlow, type Flow, PlainFlow, type TableCount } from './flow.ts';
import { type Change, Paragraph } from './paragraph.ts';
import { RunLook } from './run-look.ts';
import { symbol } from './symbol.ts';
import { isFilled, isOn, type WordStyle } from './word-styles.ts';

/** What a part of rich text is, as seen from outside. */
export interface RichPart {
  /** Place of its text, and of tables and boxes in it. */
  place: string;
  kind: PieceKind;
  isHidden?: boolean;
  /** Paragraphs are told by number. */
  isCounted?: boolean;
  styles?: ReadonlyMap<string, WordStyle>;
  tables: TableCount;
}

interface Table {
  number: number;
  row: number;
  column: number;
  isColoured: boolean;
  isCellColoured: boolean;
  isRowHidden: boolean;
}

const NO_STYLES: ReadonlyMap<string, WordStyle> = new Map();
/** Elements that stand for characters. */
const CHARACTERS: Record<string, string> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-', ptab: '\t' };

/**
 * WordprocessingML and DrawingML text (ISO/IEC 29500-1, parts 17 and 21.1): paragraphs with their runs joined, tables,
 * text boxes, tracked changes, hidden runs, fields, words for pictures. Names are the same in both, so one reader does.
 */
export class RichText implements PartHandler {
  readonly #gather: Gather;
  readonly #part: RichPart;
  readonly #styles: ReadonlyMap<string, WordStyle>;
  readonly #flows: Flow[];
  readonly #paragraphs: Paragraph[] = [];
  readonly #tables: Table[] = [];
  /** Field instructions being put together, innermost last. */
  readonly #fields: string[] = [];
  readonly #names = new Set<string>();
  /** Where the pieces of open alternatives for newer and older programs begin. */
  readonly #alternatives: { from: number; middle: number }[] = [];
  #look: RunLook;
  #deleted = 0;
  #inserted = 0;
  #boxes = 0;
  #isOnColour = false;
  #isTitle = false;

  constructor(gather: Gather, part: RichPart) {
    this.#gather = gather;
    this.#part = part;
    this.#styles = part.styles ?? NO_STYLES;
    this.#look = new RunLook(this.#styles);
    this.#flows = [new PlainFlow(gather, part.place, part.kind, part)];
  }

  get #flow(): Flow {
    return this.#flows.at(-1)!;
  }

  /** Place of what is being read. */
  get place(): string {
    return this.#flow.place();
  }

  open(name: string, attributes: Attributes, parent: string): readonly string[] | undefined {
    if (parent === 'rPr') this.#look.property(name, attributes);
    const character = CHARACTERS[name];
    if (character !== undefined && parent !== 'tabs') this.#add(character);
    switch (name) {
      case 'p':
        this.#paragraphs.push(new Paragraph());
        if (this.#isTitle) this.#paragraphs.at(-1)!.isHeading = true;
        break;
      case 'r':
      case 'fld':
        this.#look = new RunLook(this.#styles);
        break;
      case 'pStyle':
        this.#style(attribute(attributes, 'val') ?? '');
        break;
      case 'outlineLvl':
        if (parent === 'pPr' && Number(attribute(attributes, 'val')) < 9) this.#heading();
        break;
      case 'sym':
        this.#add(symbol(attribute(attributes, 'font'), attribute(attributes, 'char')));
        break;
      case 'del':
      case 'moveFrom':
        if (!parent.endsWith('Pr')) this.#deleted++;
        return this.#author(attributes);
      case 'ins':
      case 'moveTo':
        if (!parent.endsWith('Pr')) this.#inserted++;
        return this.#author(attributes);
      case 'comment':
        this.#gather.trait({ kind: 'remarks', where: this.#part.place });
        return this.#author(attributes);
      case 'AlternateContent':
        this.#alternatives.push({ from: this.#gather.pieces.length, middle: 0 });
        break;
      case 'Fallback':
        if (this.#alternatives.length > 0) this.#alternatives.at(-1)!.middle = this.#gather.pieces.length;
        break;
      case 'tbl':
        this.#tables.push({
          number: ++this.#part.tables.last,
          row: -1,
          column: -1,
          isColoured: false,
          isCellColoured: false,
          isRowHidden: false,
        });
        break;
      case 'txbxContent':
        this.#openBox();
        break;
      case 'ph':
        this.#isTitle = /^(?:title|ctrTitle)$/u.test(attribute(attributes, 'type') ?? '');
        break;
      case 'sp':
        this.#isTitle = false;
        break;
      case 'shd':
      case 'background':
        this.#ground(name, attributes, parent);
        break;
      case 'fldChar':
        this.#field(attribute(attributes, 'fldCharType') ?? '');
        break;
      case 'fldSimple':
        return this.#say(attributes, 'instr', 'code', '的域代码');
      case 'textpath':
        return this.#say(attributes, 'string', 'shape', '的艺术字');
      case 'bookmarkStart':
        return /^_/u.test(attribute(attributes, 'name') ?? '') ? undefined : this.#say(attributes, 'name', 'name', '的书签');
      case 'hyperlink':
      case 'hlinkClick':
        return this.#say(attributes, 'tooltip', 'alt', '的链接提示');
      case 'docPr':
      case 'cNvPr':
      case 'shape':
      case 'imagedata':
      case 'rect':
        return this.#words(attributes);
      default:
        this.#inTable(name, attributes, parent);
    }
    return undefined;
  }

  #inTable(name: string, attributes: Attributes, parent: string): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    const value = attribute(attributes, 'val') ?? '';
    if (name === 'tr') {
      table.row++;
      table.column = -1;
      table.isRowHidden = false;
    } else if (name === 'tc') {
      table.column++;
      table.isCellColoured = false;
      const cell = { table: table.number, row: table.row, column: table.column };
      this.#flows.push(
        new CellFlow(
          this.#gather,
          this.#boxes > 0 ? this.#boxPlace : tableBase(this.#part),
          cell,
          table.isRowHidden || this.#part.isHidden,
        ),
      );
    } else if (name === 'gridSpan') table.column += Math.max(0, span(value) - 1);
    else if (name === 'gridBefore') table.column += span(value);
    else if (name === 'hidden' && parent === 'trPr') table.isRowHidden = isOn(attributes);
    else if (name === 'tblStyle') table.isColoured = this.#styles.get(value)?.isColoured === true;
  }

  text(text: string, parent: string): boolean {
    switch (parent) {
      case 't':
        this.#add(text);
        return this.#paragraphs.length > 0;
      case 'delText':
        this.#add(text, 'deleted');
        return this.#paragraphs.length > 0;
      case 'instrText':
      case 'delInstrText':
        if (this.#fields.length === 0) this.#fields.push('');
        this.#fields.push(this.#fields.pop()! + text);
        return true;
      default:
        return false;
    }
  }

  close(name: string, parent: string): void {
    switch (name) {
      case 'p': {
        const paragraph = this.#paragraphs.pop();
        if (paragraph) this.#flow.accept(paragraph);
        break;
      }
      case 'tc':
        if (this.#tables.length > 0 && this.#flows.length > 1) this.#flows.pop()!.close();
        break;
      case 'tbl':
        this.#tables.pop();
        break;
      case 'sp':
        this.#isTitle = false;
        break;
      case 'AlternateContent':
        this.#alternatives.pop();
        break;
      case 'Fallback': {
        const alternative = this.#alternatives.at(-1);
        if (alternative) this.#gather.dropRepeats(alternative.from, alternative.middle);
        break;
      }
      case 'txbxContent':
        this.#boxes--;
        if (this.#flows.length > 1) this.#flows.pop()!.close();
        break;
      case 'del':
      case 'moveFrom':
        if (!parent.endsWith('Pr')) this.#deleted--;
        break;
      case 'ins':
      case 'moveTo':
        if (!parent.endsWith('Pr')) this.#inserted--;
        break;
    }
  }

  end(): void {
    while (this.#paragraphs.length > 0) this.#flow.accept(this.#paragraphs.pop()!);
    while (this.#fields.length > 0) this.#field('end');
    while (this.#flows.length > 0) this.#flows.pop()!.close();
  }

  #add(text: string, change?: Change): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph || text === '') return;
    const table = this.#tables.at(-1);
    const isOnColour = this.#isOnColour || this.#boxes > 0 || table?.isColoured === true || table?.isCellColoured === true;
    const now = change ?? (this.#deleted > 0 ? 'deleted' : this.#inserted > 0 ? 'inserted' : '');
    if (now !== '') this.#gather.trait({ kind: 'tracked-changes', where: this.#part.place });
    paragraph.add(text, paragraph.isHidden || this.#look.isHidden(isOnColour), now);
  }

  #style(id: string): void {
    const style = this.#styles.get(id);
    const paragraph = this.#paragraphs.at(-1);
    if (style?.isHeading) this.#heading();
    if (style?.isHidden && paragraph) paragraph.isHidden = true;
  }

  #heading(): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.isHeading = true;
  }

  #ground(name: string, attributes: Attributes, parent: string): void {
    const table = this.#tables.at(-1);
    if (name === 'background') this.#isOnColour = !/^(?:auto|ffffff)$/iu.test(attribute(attributes, 'color') ?? 'auto');
    else if (parent === 'tcPr' && table) table.isCellColoured = isFilled(attributes);
  }

  get #boxPlace(): string {
    return `${this.#part.place === '正文' ? '' : `${this.#part.place}的`}文本框`;
  }

  #openBox(): void {
    this.#boxes++;
    this.#flows.push(new PlainFlow(this.#gather, this.#boxPlace, 'shape', { isHidden: this.#part.isHidden }));
  }

  #field(kind: string): void {
    if (kind === 'begin') this.#fields.push('');
    else if (kind === 'end') {
      const text = this.#fields.pop()?.trim() ?? '';
      if (text !== '') this.#gather.add({ text, where: `${this.place}的域代码`, kind: 'code', isHidden: true });
    }
  }

  /** Gathers one attribute and answers with its full name, so that the sweep leaves it out. */
  #say(attributes: Attributes, name: string, kind: PieceKind, what: string): string[] {
    const key = Object.keys(attributes).find((key) => key === name || key.endsWith(`:${name}`));
    if (key === undefined) return [];
    this.#gather.add({ text: attributes[key]!, where: `${this.place}${what}`, kind, isHidden: kind !== 'shape' });
    return [key];
  }

  /** The author of a change or comment, each once a part. */
  #author(attributes: Attributes): string[] {
    const key = Object.keys(attributes).find((key) => key === 'author' || key.endsWith(':author'));
    const name = key && attributes[key];
    if (!name) return [];
    if (!this.#names.has(name)) {
      this.#names.add(name);
      this.#gather.add({ text: name, where: '修订和批注的作者', kind: 'property', isHidden: true });
      this.#gather.trait({ kind: 'author', where: '修订和批注的作者' });
    }
    return [key];
  }

  /** Words and names that a picture or shape carries, each once a part. */
  #words(attributes: Attributes): string[] {
    if (attribute(attributes, 'hidden') === '1') this.#gather.trait({ kind: 'hidden-text', where: this.place });
    const used: string[] = [];
    for (const key in attributes) {
      const isName = key === 'name' || key === 'o:title' || key === 'title';
      if (!isName && key !== 'descr' && key !== 'alt') continue;
      used.push(key);
      if (this.#names.has(attributes[key]!)) continue;
      this.#names.add(attributes[key]!);
      this.#gather.add({
        text: attributes[key]!,
        where: `${this.place}的图片${isName ? '名称' : '替代文字'}`,
        kind: isName ? 'name' : 'alt',
        isHidden: true,
      });
    }
    return used;
  }
}

const tableBase = ({ place }: RichPart): string => (place === '正文' ? '' : `${place}的`);

const span = (value: string): number => Math.min(16_384, Number.parseInt(value, 10) || 0);
