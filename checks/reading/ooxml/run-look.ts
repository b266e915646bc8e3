import { type Attributes, attribute } from '../xml/parse-xml.ts';
import { isFilled, isOn, isWhite, type WordStyle } from './word-styles.ts';

/** Whether the run being read can be seen, from the properties that open so far. */
export class RunLook {
  #isVanished = false;
  #isWhite = false;
  #isTiny = false;
  #isShaded = false;
  readonly #styles: ReadonlyMap<string, WordStyle>;

  constructor(styles: ReadonlyMap<string, WordStyle>) {
    this.#styles = styles;
  }

  /** A property within `w:rPr`. */
  property(name: string, attributes: Attributes): void {
    const value = attribute(attributes, 'val') ?? '';
    if (name === 'vanish' || name === 'specVanish' || name === 'webHidden') this.#isVanished = isOn(attributes) && name !== 'webHidden';
    else if (name === 'color') this.#isWhite = isWhite(attributes);
    else if (name === 'sz') this.#isTiny = Number(value) <= 2;
    else if (name === 'highlight') this.#isShaded = value !== 'none' && value !== 'white';
    else if (name === 'shd') this.#isShaded = isFilled(attributes);
    else if (name === 'rStyle' && this.#styles.get(value)?.isHidden) this.#isVanished = true;
  }

  /** `isOnColour`: the run stands on a coloured ground, where white is an honest colour. */
  isHidden(isOnColour: boolean): boolean {
    return this.#isVanished || this.#isTiny || (this.#isWhite && !this.#isShaded && !isOnColour);
  }
}
