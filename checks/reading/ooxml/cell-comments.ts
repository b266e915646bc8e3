import type { Gather } from '../gather.ts';
import { type Attributes, attribute } from '../xml/parse-xml.ts';
import type { PartHandler } from '../xml/walk-part.ts';

/** Notes and threaded comments of one worksheet, and the list of persons who wrote them. */
export class CellComments implements PartHandler {
  readonly #gather: Gather;
  readonly #place: string;
  #reference = '';
  #text = '';

  constructor(gather: Gather, place: string) {
    this.#gather = gather;
    this.#place = place;
  }

  open(name: string, attributes: Attributes): readonly string[] | undefined {
    if (name === 'comment' || name === 'threadedComment') {
      this.#reference = attribute(attributes, 'ref') ?? '';
      this.#text = '';
      return ['id', 'personId', 'dT', 'xr:uid', 'parentId'];
    }
    if (name !== 'person') return undefined;
    this.#author(attribute(attributes, 'displayName') ?? '');
    return ['displayName', 'id'];
  }

  text(text: string, parent: string): boolean {
    if (parent === 'author') this.#author(text);
    else if (parent === 't' || parent === 'text') this.#text += text;
    else return false;
    return true;
  }

  close(name: string): void {
    if (name !== 'comment' && name !== 'threadedComment') return;
    const where = `${this.#place}${this.#reference}的批注`;
    this.#gather.add({ text: this.#text, where, kind: 'remark', isHidden: true });
    this.#gather.trait({ kind: 'remarks', where: this.#place });
  }

  #author(name: string): void {
    if (name.trim() === '' || name === 'None') return;
    this.#gather.add({ text: name, where: '批注的作者', kind: 'property', isHidden: true });
    this.#gather.trait({ kind: 'author', where: '批注的作者' });
  }
}
