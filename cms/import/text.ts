/** How a character looked in the source, or what stands in its place. */
export interface Style {
  bold?: true;
  raised?: true;
  lowered?: true;
  href?: string;
  /** The character stands for this picture, a file beside the entry. */
  image?: { file: string; alt: string };
  /** The character stands for a reference to this note. */
  note?: string;
}

/** Text whose every character (UTF-16 unit) knows its offset in the source, and its look. */
export interface Text {
  readonly value: string;
  readonly at: readonly number[];
  readonly style: readonly (Style | undefined)[];
}

/** Stands in a text for a picture or a note. */
export const OBJECT = '\uFFFC';

/** A text taken from the source as it stands there. */
export function toText(value: string, offset: number, style?: Style): Text {
  return { value, at: count(value.length, offset), style: fill(value.length, style) };
}

/** A text in which every character has the same offset, for what the source says in another way. */
export function standIn(value: string, offset: number, style?: Style): Text {
  return { value, at: new Array<number>(value.length).fill(offset), style: fill(value.length, style) };
}

export function join(texts: readonly Text[]): Text {
  if (texts.length === 1) return texts[0]!;
  return {
    value: texts.map((text) => text.value).join(''),
    at: texts.flatMap((text) => text.at),
    style: texts.flatMap((text) => text.style),
  };
}

export function slice(text: Text, from: number, to = text.value.length): Text {
  return { value: text.value.slice(from, to), at: text.at.slice(from, to), style: text.style.slice(from, to) };
}

/** The lines of a text, without the breaks between them. */
export function splitLines(text: Text): Text[] {
  const lines: Text[] = [];
  let from = 0;
  for (let end = text.value.indexOf('\n'); end >= 0; end = text.value.indexOf('\n', from)) {
    lines.push(slice(text, from, end));
    from = end + 1;
  }
  return [...lines, slice(text, from)];
}

/** The same characters at the same places, written differently. */
export function rewrite(text: Text, value: string): Text {
  if (value.length !== text.value.length) throw new Error('A rewritten text keeps its length.');
  return { ...text, value };
}

/** The characters whose index passes. */
export function pick(text: Text, keep: (index: number) => boolean): Text {
  const indices = text.at.map((_, i) => i).filter(keep);
  return {
    value: indices.map((i) => text.value[i]).join(''),
    at: indices.map((i) => text.at[i]!),
    style: indices.map((i) => text.style[i]),
  };
}

/** A stretch of the text for quoting, whole characters only, with the place where it begins. */
export function quote(text: Text, from = 0, to = text.value.length): { at: number; text: string } {
  const isLow = (i: number) => /^[\udc00-\udfff]$/.test(text.value[i] ?? '');
  const start = isLow(from) ? from - 1 : from;
  return { at: text.at[start] ?? 0, text: text.value.slice(start, isLow(to) ? to + 1 : to) };
}

const count = (length: number, from: number) => Array.from({ length }, (_, i) => from + i);
const fill = (length: number, style: Style | undefined) => new Array<Style | undefined>(length).fill(style);
