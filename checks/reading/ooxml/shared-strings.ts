import type { PartHandler } from '../xml/walk-part.ts';

/** The strings that cells refer to by number, rich text joined; readings of names (`rPh`) are left to the sweep. */
export class SharedStrings implements PartHandler {
  readonly strings: string[] = [];
  #text = '';
  #isReading = false;

  open(name: string): undefined {
    if (name === 'si') this.#text = '';
    else if (name === 'rPh') this.#isReading = true;
  }

  text(text: string, parent: string): boolean {
    if (parent !== 't' || this.#isReading) return false;
    this.#text = this.#text === '' ? text : this.#text + text;
    return true;
  }

  close(name: string): void {
    if (name === 'si') this.strings.push(this.#text);
    else if (name === 'rPh') this.#isReading = false;
  }
}
