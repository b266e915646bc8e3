import type { Gather } from '../gather.ts';
import type { PieceKind } from '../piece.ts';
import type { Attributes } from '../xml/parse-xml.ts';
import type { PartHandler } from '../xml/walk-part.ts';
import { type TextRun, toLines } from './text-lines.ts';

/** The text objects of one page, template or annotation (GB/T 33190-2016, 11). */
export class PageText implements PartHandler {
  readonly #gather: Gather;
  readonly #where: string;
  readonly #kind: PieceKind;
  readonly #shown: TextRun[] = [];
  readonly #hidden: TextRun[] = [];
  #object = { x: 0, y: 0, size: 4, isHidden: false };
  #run: TextRun | undefined;
  #step = Number.NaN;

  constructor(gather: Gather, where: string, kind: PieceKind = 'paragraph') {
    this.#gather = gather;
    this.#where = where;
    this.#kind = kind;
  }

  open(name: string, attributes: Attributes, parent: string): readonly string[] | undefined {
    if (name === 'TextObject') {
      const [x = 0, y = 0, , height = 4] = numbers(attributes.Boundary);
      this.#object = {
        x,
        y,
        size: Number(attributes.Size) || height,
        isHidden: attributes.Visible === 'false' || attributes.Alpha === '0',
      };
      return ['Boundary', 'CTM', 'ID', 'Font', 'Size'];
    }
    if (name === 'FillColor' && parent === 'TextObject') {
      if (isWhite(attributes.Value) || attributes.Alpha === '0') this.#object.isHidden = true;
    } else if (name === 'TextCode') {
      const { x, y, size } = this.#object;
      this.#run = { text: '', x: x + (Number(attributes.X) || 0), y: y + (Number(attributes.Y) || 0), right: 0, size };
      this.#step = sum(attributes.DeltaX);
      return ['X', 'Y', 'DeltaX', 'DeltaY'];
    } else if (name === 'Annot') {
      const used = [];
      for (const key of ['Creator', 'Remark']) {
        if (!attributes[key]) continue;
        this.#gather.add({
          text: attributes[key],
          where: `${this.#where}的${key === 'Creator' ? '作者' : '说明'}`,
          kind: 'remark',
          isHidden: true,
        });
        used.push(key);
      }
      this.#gather.trait({ kind: 'remarks', where: this.#where });
      return used;
    }
    return ['Boundary', 'CTM'];
  }

  text(text: string, parent: string): boolean {
    if (parent === 'TextCode' && this.#run) this.#run.text += text;
    else if (parent === 'Remark' || parent === 'Parameter')
      this.#gather.add({ text, where: `${this.#where}的说明`, kind: 'remark', isHidden: true });
    else return parent === 'AbbreviatedData';
    return true;
  }

  close(name: string): void {
    const run = this.#run;
    if (name !== 'TextCode' || !run) return;
    this.#run = undefined;
    if (run.text.trim() === '') return;
    run.right = run.x + (Number.isNaN(this.#step) ? run.text.length * run.size : this.#step + run.size);
    (this.#object.isHidden ? this.#hidden : this.#shown).push(run);
  }

  end(): void {
    for (const text of toLines(this.#shown)) this.#gather.add({ text, where: this.#where, kind: this.#kind, isHidden: false });
    for (const text of toLines(this.#hidden))
      this.#gather.add({ text, where: `${this.#where}的隐藏文字`, kind: this.#kind, isHidden: true });
    if (this.#hidden.length > 0) this.#gather.trait({ kind: 'hidden-text', where: this.#where });
  }
}

const numbers = (list = ''): number[] =>
  list
    .trim()
    .split(/\s+/u)
    .map(Number)
    .map((value) => (Number.isFinite(value) ? value : 0));

const isWhite = (value = ''): boolean => numbers(value).length >= 3 && numbers(value).every((part) => part >= 250);

/** Sum of a list of steps, in which `g 3 2.5` stands for three steps of 2.5. */
function sum(list: string | undefined): number {
  if (list === undefined) return Number.NaN;
  const words = list.trim().split(/\s+/u);
  let total = 0;
  for (let at = 0; at < words.length; at++) {
    if (words[at] === 'g') {
      total += Number(words[at + 1]) * Number(words[at + 2]);
      at += 2;
    } else total += Number(words[at]);
  }
  return Number.isFinite(total) ? total : Number.NaN;
}
