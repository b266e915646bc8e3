/** What an escape that stands at an offset of the written text says, and how wide it is written. */
export interface Escape {
  says: string;
  width: number;
}

/** How a syntax writes characters otherwise than they are. */
export interface Writing {
  /** The escape at this offset, if one stands there. */
  escapeAt(written: string, at: number): Escape | undefined;
  /** Whether a written character can stand for another one as it is, such as a folded line break for a space. */
  standsFor?(written: string, wanted: string): boolean;
  /** Longest stretch that the syntax leaves out between two characters. */
  farthest: number;
}

/**
 * Finds where in the source each unit of a decoded value came from. Escapes, indentation and marks of continued lines
 * stand in the source but not in the value.
 * @param base offset of `written` in the source
 * @returns an offset for every unit of the value and one more for its end
 */
export function align(value: string, written: string, base: number, writing: Writing): number | number[] {
  if (value === written) return base;
  const offsets: number[] = [];
  let at = 0;
  for (let unit = 0; unit < value.length; ) {
    const { skip, width, takes } = step(value, unit, written, at, writing);
    at += skip;
    for (let each = 0; each < takes; each++, unit++) offsets.push(base + Math.min(at, written.length));
    at += width;
  }
  offsets.push(base + Math.min(at, written.length));
  return offsets;
}

/** How far to go in the source before the next unit, how wide it is written, and how many units it makes. */
function step(value: string, unit: number, written: string, at: number, { escapeAt, standsFor, farthest }: Writing) {
  const wanted = value[unit]!;
  const end = Math.min(written.length - at, farthest);
  for (let skip = 0; skip < end; skip++) {
    const found = escapeAt(written, at + skip);
    if (found?.says && value.startsWith(found.says, unit)) return { skip, width: found.width, takes: found.says.length };
    const character = written[at + skip]!;
    if (character === wanted || standsFor?.(character, wanted)) return { skip, width: 1, takes: 1 };
  }
  return { skip: 0, width: 0, takes: 1 };
}
