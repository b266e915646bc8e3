/** Where a text stands in the decoded source: see `Piece.offsets`. */
export type Offsets = number | readonly number[];

/** The offset of unit `index` of a text that stands at `offsets`; `index` may be the text's length. */
export function offsetAt(offsets: Offsets, index: number): number {
  return typeof offsets === 'number' ? offsets + index : (offsets[index] ?? offsets.at(-1) ?? 0);
}

/** A text put together from parts of a source, that knows where each of its UTF-16 units stands there. */
export class PlacedText {
  text: string;
  readonly starts: number[];
  end: number;

  constructor(text = '', starts: number[] = [], end = 0) {
    this.text = text;
    this.starts = starts;
    this.end = end;
  }

  /** Adds `text`, all of which stands for the source from `start` to `end`. */
  add(text: string, start: number, end: number): void {
    this.text += text;
    for (let i = 0; i < text.length; i++) this.starts.push(start);
    this.end = end;
  }

  /** Adds what stands in the source, unit for unit, from `start`. */
  addAsItIs(text: string, start: number): void {
    this.text += text;
    for (let i = 0; i < text.length; i++) this.starts.push(start + i);
    this.end = start + text.length;
  }

  /** Adds another placed text after this one. */
  append(other: PlacedText): void {
    this.text += other.text;
    for (const start of other.starts) this.starts.push(start);
    this.end = other.end;
  }

  slice(from: number, to = this.text.length): PlacedText {
    return new PlacedText(this.text.slice(from, to), this.starts.slice(from, to), to < this.starts.length ? this.starts[to]! : this.end);
  }

  trim(): PlacedText {
    const from = this.text.length - this.text.trimStart().length;
    const to = this.text.trimEnd().length;
    return from === 0 && to === this.text.length ? this : this.slice(from, Math.max(from, to));
  }

  /** As a piece has it: a number when the text stands in the source as it is. */
  get offsets(): Offsets {
    const first = this.starts[0] ?? this.end;
    return this.starts.every((start, i) => start === first + i) && this.end === first + this.text.length
      ? first
      : [...this.starts, this.end];
  }

  /** The same text within a source in which this one's source stands at `offsets`. */
  within(offsets: Offsets): PlacedText {
    if (offsets === 0) return this;
    return new PlacedText(
      this.text,
      this.starts.map((start) => offsetAt(offsets, start)),
      offsetAt(offsets, this.end),
    );
  }
}
