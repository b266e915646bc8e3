import type { Leftover } from '../ole/leftovers.ts';
import type { PackedFile } from '../ole/packed-files.ts';
import type { Piece, Trait } from '../piece.ts';
import { decodeBytes, encodingOfCharset, encodingOfPage } from './code-pages.ts';
import { BODY, COLORS, DESTINATIONS, type Destination, ENDNOTE, SHAPE_WORDS, UNKNOWN } from './destinations.ts';
import { packedIn } from './packed.ts';
import { RtfFlow, type State } from './rtf-flow.ts';
import { type Token, tokens } from './tokens.ts';

/** What a group hands on to the groups in it. */
interface Group {
  flow: RtfFlow;
  isHidden: boolean;
  isDeleted: boolean;
  isWhite: boolean;
  isTiny: boolean;
  encoding: string | undefined;
  /** Characters after `\u` that stand for it in old readers. */
  fallback: number;
  /** The next word decides what the group is. */
  isStarred: boolean;
  isNew: boolean;
}

const SYMBOLS: Record<string, string> = {
  tab: '\t',
  line: '\n',
  '~': '\u00a0',
  _: '-',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  '\\': '\\',
  '{': '{',
  '}': '}',
};
const SEMICOLON = 0x3b;
const BREAKS = new Set(['par', 'page', 'sect', '\n', '\r', 'column', 'nestcell', 'nestrow']);

/** Takes an RTF file apart: text by destination, deleted and hidden text, tables, and files packed in it. */
export class RtfDocument {
  readonly pieces: Piece[] = [];
  readonly traits: Trait[] = [];
  readonly files: PackedFile[] = [];
  readonly leftovers: Leftover[] = [];
  private readonly within: string;
  private readonly source: string;
  private readonly bytes: Uint8Array;
  private readonly outer: Group[] = [];
  private group: Group;
  private pending: number[] = [];
  private toSkip = 0;
  private page = 'gb18030';
  private readonly fonts = new Map<number, string | undefined>();
  private font = 0;
  private colors: [red: number, green: number, blue: number][] = [[0, 0, 0]];
  private shapeProperty = '';
  private readonly grid = { table: 0, row: 0, column: 0, isOpen: false, isInTable: false };
  private readonly said = new Set<string>();

  constructor(bytes: Uint8Array, within: string) {
    this.bytes = bytes;
    this.within = within;
    this.source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    this.group = {
      flow: new RtfFlow(BODY),
      isHidden: false,
      isDeleted: false,
      isWhite: false,
      isTiny: false,
      encoding: undefined,
      fallback: 1,
      isStarred: false,
      isNew: false,
    };
    for (const token of tokens(this.source)) this.take(token);
    this.decodePending();
    if (this.outer.length > 0 || !/^\s*\{\\rtf/.test(this.source.slice(0, 1000))) this.say('corrupt', '文件');
    while (this.outer.length > 0) this.close();
    this.finish(this.group.flow);
  }

  private take(token: Token): void {
    if (token.kind === 'byte') this.takeByte(token.byte);
    else if (token.kind === 'text') for (let i = 0; i < token.text.length; i++) this.takeByte(token.text.charCodeAt(i));
    else {
      this.decodePending();
      if (token.kind === 'word') this.takeWord(token.name, token.number);
      else if (token.kind === 'binary') this.unpack(this.bytes.subarray(token.from, token.to), this.group.flow.destination);
      else if (token.kind === 'open') this.open();
      else this.close();
    }
  }

  private open(): void {
    this.outer.push(this.group);
    this.group = { ...this.group, isNew: true, isStarred: false };
    this.toSkip = 0;
  }

  private close(): void {
    const inner = this.outer.pop();
    if (!inner) {
      this.say('corrupt', '文件');
      return;
    }
    const { flow } = this.group;
    this.group = inner;
    if (flow !== inner.flow) this.finish(flow);
    this.toSkip = 0;
  }

  private takeByte(byte: number): void {
    if (this.toSkip > 0) this.toSkip--;
    else if (byte === SEMICOLON && this.group.flow.destination === COLORS) this.colors.push([0, 0, 0]);
    else {
      this.group.isNew = false;
      this.pending.push(byte);
    }
  }

  private decodePending(): void {
    if (this.pending.length === 0) return;
    const text = decodeBytes(this.pending, this.group.encoding ?? this.page);
    this.pending = [];
    this.addText(text);
  }

  private addText(text: string): void {
    const { flow, isDeleted, isHidden, isWhite, isTiny } = this.group;
    const isUnseen = isHidden || isWhite || isTiny;
    const state: State = isDeleted ? 'deleted' : isUnseen ? 'hidden' : 'seen';
    flow.add(text, state);
    if (text.trim() === '') return;
    if (isDeleted) this.say('tracked-changes', flow.destination.label);
    else if (isUnseen && !flow.destination.isHidden) this.say('hidden-text', flow.destination.label);
  }

  private takeWord(name: string, number: number | undefined): void {
    const { group } = this;
    if (name === '*') {
      group.isStarred = true;
      return;
    }
    if (group.isNew) {
      group.isNew = false;
      const destination =
        DESTINATIONS[name] ?? (group.isStarred && name !== 'shpinst' && name !== 'shppict' && name !== 'cs' ? UNKNOWN : undefined);
      if (destination) {
        this.enter(name, destination);
        return;
      }
    }
    const symbol = SYMBOLS[name];
    if (symbol !== undefined) this.addText(symbol);
    else if (BREAKS.has(name)) this.endParagraph();
    else if (name === 'cell') this.endCell();
    else if (name === 'row') {
      this.grid.row++;
      this.grid.column = 0;
    } else this.format(name, number);
  }

  private enter(name: string, destination: Destination): void {
    const shape = name === 'sv' ? SHAPE_WORDS[this.shapeProperty] : undefined;
    this.group.flow = new RtfFlow(shape ?? destination, this.group.flow);
    Object.assign(this.group, { isHidden: false, isDeleted: this.group.isDeleted, isWhite: false, isTiny: false });
    if (destination === COLORS) this.colors = [[0, 0, 0]];
    if (name === 'template') this.say('outside-reference', destination.label);
    if (name === 'annotation') this.say('remarks', destination.label);
    if (name === 'objdata') this.say('embedded', destination.label);
  }

  private format(name: string, number: number | undefined): void {
    const { group } = this;
    const isOn = number !== 0;
    if (name === 'u' && number !== undefined) {
      this.addText(String.fromCharCode(number & 0xffff));
      this.toSkip = group.fallback;
    } else if (name === 'uc') group.fallback = Math.max(0, Math.min(number ?? 1, 100));
    else if (name === 'v' || name === 'webhidden') group.isHidden = isOn;
    else if (name === 'deleted') group.isDeleted = isOn;
    else if (name === 'plain') Object.assign(group, { isHidden: false, isDeleted: false, isWhite: false, isTiny: false });
    else if (name === 'fs') group.isTiny = (number ?? 24) <= 2;
    else if (name === 'cf') group.isWhite = isWhite(this.colors[number ?? 0]);
    else if (name === 'ansicpg') this.page = encodingOfPage(number ?? 936);
    else if (name === 'f') {
      this.font = number ?? 0;
      group.encoding = this.fonts.get(this.font);
    } else if (name === 'fcharset') {
      this.fonts.set(this.font, encodingOfCharset(number ?? 0));
      group.encoding = this.fonts.get(this.font);
    } else if (name === 'red' || name === 'green' || name === 'blue')
      this.colors.at(-1)![['red', 'green', 'blue'].indexOf(name)] = number ?? 0;
    else if (name === 'intbl') this.grid.isInTable = true;
    else if (name === 'pard') this.grid.isInTable = false;
    else if (name === 'ftnalt') this.group.flow.destination = ENDNOTE;
  }

  private endParagraph(): void {
    const { flow } = this.group;
    if (this.grid.isInTable && flow.destination === BODY) {
      flow.add('\n', 'seen');
      return;
    }
    this.put(flow.take(this.within));
    if (flow.destination === BODY && this.grid.isOpen)
      Object.assign(this.grid, { table: this.grid.table + 1, row: 0, column: 0, isOpen: false });
  }

  private endCell(): void {
    const { table, row } = this.grid;
    this.grid.isOpen = true;
    this.put(this.group.flow.take(this.within, { table, row, column: this.grid.column++ }));
  }

  /** Ends a destination. */
  private finish(flow: RtfFlow): void {
    const { destination, text } = { destination: flow.destination, text: flow.text };
    if (destination.label === '图形属性名称') this.shapeProperty = text.trim();
    const hex = isHex(text) ? Buffer.from(text.replace(/\s+/g, ''), 'hex') : undefined;
    if (hex) this.unpack(hex, destination);
    else if (!isPlainNumber(destination, text)) this.put(flow.take(this.within));
    if ((destination === DESTINATIONS.author || destination === DESTINATIONS.operator) && text.trim() !== '')
      this.say('author', destination.label);
  }

  private unpack(bytes: Uint8Array, { label }: Destination): void {
    const { files, rest } = packedIn(bytes, label);
    this.files.push(...files);
    if (rest) this.leftovers.push({ bytes: rest, where: this.within + label, isNoisy: true });
  }

  private put(pieces: Piece[]): void {
    for (const piece of pieces) this.pieces.push(piece);
  }

  private say(
    kind: 'corrupt' | 'tracked-changes' | 'hidden-text' | 'outside-reference' | 'remarks' | 'embedded' | 'author',
    label: string,
  ): void {
    if (this.said.has(kind)) return;
    this.said.add(kind);
    this.traits.push({ kind, where: this.within + label });
  }
}

/** Asked for what does not fit: a pattern that must fit from end to end keeps every step, and has no room for some millions. */
const isHex = (text: string) => text.length >= 64 && !/[^\s0-9a-f]/i.test(text);

/** Sizes and places of shapes, by the hundred. */
const isPlainNumber = (destination: Destination, text: string) =>
  destination === DESTINATIONS.sn || (destination === DESTINATIONS.sv && !/[^-\d;,()\s]/.test(text) && !/\d{11}/.test(text));

const isWhite = (color: readonly number[] | undefined) => color?.every((part) => part === 255) === true;
