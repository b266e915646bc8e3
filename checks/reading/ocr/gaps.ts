import { LINE_HEIGHT, type LineInput } from './cut-line.ts';

/** A sign as the model read it, with the column of the line at which it did. */
export interface ReadSign {
  sign: string;
  column: number;
}

/** Part of a line's contrast that a column without ink may have: paper is never quite even. */
const PAPER = 0.3;
/** Rows at the upper and lower edge that are not looked at, where neighbours and frames reach in. */
const EDGE = 3;
/**
 * From this width on a gap parts two words, in parts of the way from one figure to the next. Measured: a space is 0.55 of it, and
 * what lies between figures at most 0.27; beside a one in some fonts 0.4, between two 0.53.
 */
const SPACE = 0.42;
const BESIDE_ONE = 0.08;

/** The text of a line. The model reads no spaces between letters and figures; where ink is far apart, there was one. */
export function withSpaces(signs: readonly ReadSign[], line: LineInput): string {
  const steps = signs.slice(1).flatMap(({ sign, column }, at) => (isPair(signs[at]!.sign, sign) ? [column - signs[at]!.column] : []));
  if (steps.length === 0) return signs.map(({ sign }) => sign).join('');
  const pitch = steps.sort((a, b) => a - b)[steps.length >> 1]!;
  const blank = blankColumns(line);
  return signs
    .map(({ sign, column }, at) => {
      const before = signs[at - 1];
      if (!before || !isPair(before.sign, sign)) return sign;
      const ones = [before.sign, sign].filter((each) => each === '1').length;
      return widest(blank, before.column, column) >= pitch * (SPACE + ones * BESIDE_ONE) ? ` ${sign}` : sign;
    })
    .join('');
}

const isPair = (before: string, sign: string) => /^[0-9A-Za-z]{2}$/u.test(before + sign);

/** Whether each column of a line has no ink. */
function blankColumns({ values, width }: LineInput): boolean[] {
  const spans = Array.from({ length: width }, (_, column) => {
    let [least, most] = [1, -1];
    for (let row = EDGE; row < LINE_HEIGHT - EDGE; row++) {
      const value = values[row * width + column]!;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    return most - least;
  });
  const limit = spans.reduce((most, span) => Math.max(most, span), 0) * PAPER;
  return spans.map((span) => span < limit);
}

/** The longest run of columns without ink. */
function widest(blank: readonly boolean[], from: number, to: number): number {
  let [longest, run] = [0, 0];
  for (let column = Math.round(from); column <= to; column++) {
    run = blank[column] ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
