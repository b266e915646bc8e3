import type { Gather } from '../gather.ts';
import { type Attributes, attribute } from '../xml/parse-xml.ts';
import type { PartHandler } from '../xml/walk-part.ts';

/** Comments on slides, of older (`p:text`) and newer (`a:t`) programs, and the list of their authors. */
export class SlideComments implements PartHandler {
  readonly #gather: Gather;
  readonly #place: string;
  #text = '';

  constructor(gather: Gather, place: string) {
    this.#gather = gather;
    this.#place = place;
  }

  open(name: string, attributes: Attributes): readonly string[] | undefined {
    const author = name === 'cmAuthor' || name === 'author' ? attribute(attributes, 'name') : undefined;
    if (!author) return undefined;
    this.#gather.add({ text: author, where: '批注的作者', kind: 'property', isHidden: true });
    this.#gather.trait({ kind: 'author', where: '批注的作者' });
    return ['name', 'initials'];
  }

  text(text: string, parent: string): boolean {
    if (parent !== 'text' && parent !== 't') return false;
    this.#text += text;
    return true;
  }

  close(name: string): void {
    if (name === 'p' && this.#text !== '') this.#text += '\n';
    if (name !== 'cm' && name !== 'reply') return;
    if (this.#text.trim() !== '') {
      const where = `${this.#place}的批注`;
      this.#gather.add({ text: this.#text.trim(), where, kind: 'remark', isHidden: true });
      this.#gather.trait({ kind: 'remarks', where: this.#place });
    }
    this.#text = '';
  }
}
