import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { toPathMarks } from './draw-path.ts';
import type { Marks } from './marks.ts';
import { apply, applyToBox, type Matrix, multiply } from './matrix.ts';
import { foldRadicals } from './radicals.ts';

/** What pdf.js tells of a font. */
export interface Font {
  vertical?: boolean;
  fontMatrix?: readonly number[];
}

/** A character, or a number that moves the next one, as pdf.js lists them. */
type Shown = number | null | { unicode: string; width: number; vmetric?: readonly number[]; isSpace: boolean };

/** pdf.js' list of what a page draws. */
export interface Operators {
  fnArray: readonly number[];
  // Every operator has arguments of its own, which pdf.js does not type.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  argsArray: readonly any[];
}

interface State {
  matrix: Matrix;
  textMatrix: Matrix;
  /** Where the next character and the line begin, in text space. */
  at: [number, number];
  line: [number, number];
  leading: number;
  font: Font;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  rise: number;
  mode: number;
  colour: string | null;
  alpha: number;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** A page that draws more than this is a map or an attack; the rest is left. */
const MOST_MARKS = 400_000;

/**
 * Follows a page's operators and notes every character, rectangle, rule and picture where it is seen. `view` maps the page
 * to points as it is viewed.
 */
export function draw(
  { fnArray, argsArray }: Operators,
  view: Matrix,
  findFont: (name: string) => Font,
  isLayerOn: (group: unknown) => boolean,
): Marks & { isCut: boolean } {
  const marks: Marks = { glyphs: [], patches: [], rules: [], pictures: [] };
  const saved: State[] = [];
  const layers: boolean[] = [];
  let annotations = 0;
  let order = 0;
  let state: State = {
    matrix: view,
    textMatrix: IDENTITY,
    at: [0, 0],
    line: [0, 0],
    leading: 0,
    font: {},
    size: 1,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    rise: 0,
    mode: 0,
    colour: '#000000',
    alpha: 1,
  };

  const save = () => saved.push({ ...state });
  const restore = () => {
    state = saved.pop() ?? state;
  };
  const transform = (matrix: Matrix | null) => {
    if (matrix) state.matrix = multiply(state.matrix, matrix);
  };
  const isOff = () => layers.includes(false);
  const moveText = (x: number, y: number) => {
    state.line = [state.line[0] + x, state.line[1] + y];
    state.at = [...state.line];
  };
  const setFont = (name: string, size: number) => {
    state.font = findFont(name);
    state.size = size;
  };
  const addPicture = (source: unknown, matrix = state.matrix) => {
    const turns = Math.round(Math.atan2(matrix[1], matrix[0]) / (Math.PI / 2)) & 3;
    marks.pictures.push({ source, box: applyToBox(matrix, 0, 0, 1, 1), turns, isOff: isOff(), order });
  };

  const show = (shown: readonly Shown[]) => {
    const { vertical = false, fontMatrix } = state.font;
    const unit = state.size * (fontMatrix?.[0] || 0.001);
    const matrix = multiply(state.matrix, state.textMatrix);
    const size = Math.hypot(matrix[2], matrix[3]) * Math.abs(state.size);
    const [x, y] = state.at;
    let way = 0;
    const place = () => (vertical ? apply(matrix, x, y - way) : apply(matrix, x + way * state.scale, y + state.rise));
    for (const glyph of shown) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        way += ((vertical ? 1 : -1) * glyph * state.size) / 1000;
        continue;
      }
      const from = place();
      const width = vertical && glyph.vmetric ? -glyph.vmetric[0]! : glyph.width;
      const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
      const start = way;
      way = start + width * unit;
      const to = place();
      way = start + width * unit + (vertical ? -spacing : spacing);
      const { colour, mode } = state;
      const isInvisible = mode === 3 || mode === 7 || state.alpha < 0.02;
      marks.glyphs.push({
        text: foldRadicals(glyph.unicode),
        from,
        to,
        size,
        colour,
        isInvisible,
        isOff: isOff(),
        isAnnotation: annotations > 0,
        order,
      });
    }
    state.at = vertical ? [x, y - way] : [x + way * state.scale, y];
  };

  const acts: Record<number, (args: never) => void> = {
    [OPS.save]: save,
    [OPS.restore]: restore,
    [OPS.beginGroup]: save,
    [OPS.endGroup]: restore,
    [OPS.transform]: (args: Matrix) => transform(args),
    [OPS.paintFormXObjectBegin]: ([matrix]: [Matrix | null]) => {
      save();
      transform(matrix);
    },
    [OPS.paintFormXObjectEnd]: restore,
    [OPS.beginAnnotation]: ([, , outer, inner]: [string, unknown, Matrix, Matrix]) => {
      annotations++;
      save();
      state.matrix = view;
      transform(outer);
      transform(inner);
    },
    [OPS.endAnnotation]: () => {
      annotations--;
      restore();
    },
    [OPS.beginMarkedContent]: () => layers.push(true),
    [OPS.beginMarkedContentProps]: ([tag, group]: [string, unknown]) => layers.push(tag !== 'OC' || isLayerOn(group)),
    [OPS.endMarkedContent]: () => layers.pop(),
    [OPS.setGState]: ([settings]: [readonly [string, never][]]) => {
      for (const [key, value] of settings) {
        if (key === 'ca') state.alpha = value;
        if (key === 'Font') setFont(...(value as [string, number]));
      }
    },
    [OPS.setFillRGBColor]: ([colour]: [string]) => {
      state.colour = colour;
    },
    [OPS.setFillTransparent]: () => {
      state.colour = null;
    },
    [OPS.setFillColorN]: () => {
      state.colour = null;
    },
    [OPS.beginText]: () => {
      state.textMatrix = IDENTITY;
      state.at = [0, 0];
      state.line = [0, 0];
    },
    [OPS.setFont]: ([name, size]: [string, number]) => setFont(name, size),
    [OPS.setCharSpacing]: ([value]: [number]) => {
      state.charSpacing = value;
    },
    [OPS.setWordSpacing]: ([value]: [number]) => {
      state.wordSpacing = value;
    },
    [OPS.setHScale]: ([value]: [number]) => {
      state.scale = value / 100;
    },
    [OPS.setLeading]: ([value]: [number]) => {
      state.leading = -value;
    },
    [OPS.setTextRise]: ([value]: [number]) => {
      state.rise = value;
    },
    [OPS.setTextRenderingMode]: ([value]: [number]) => {
      state.mode = value;
    },
    [OPS.moveText]: ([x, y]: [number, number]) => moveText(x, y),
    [OPS.setLeadingMoveText]: ([x, y]: [number, number]) => {
      state.leading = y;
      moveText(x, y);
    },
    [OPS.nextLine]: () => moveText(0, state.leading),
    [OPS.setTextMatrix]: ([matrix]: [ArrayLike<number>]) => {
      state.textMatrix = Array.from(matrix) as unknown as Matrix;
      state.at = [0, 0];
      state.line = [0, 0];
    },
    [OPS.showText]: ([shown]: [readonly Shown[]]) => show(shown),
    [OPS.showSpacedText]: ([shown]: [readonly Shown[]]) => show(shown),
    [OPS.nextLineShowText]: ([shown]: [readonly Shown[]]) => {
      moveText(0, state.leading);
      show(shown);
    },
    [OPS.constructPath]: ([paint, [path]]: [number, [ArrayLike<number> | null]]) => {
      const { patches, rules } = toPathMarks(paint, path, state.matrix);
      const isOpaque = state.alpha > 0.95 && !isOff();
      marks.patches.push(...patches.map((box) => ({ box, colour: state.colour, isOpaque, order })));
      marks.rules.push(...rules);
    },
    [OPS.paintImageXObject]: ([name]: [string]) => addPicture(name),
    [OPS.paintInlineImageXObject]: ([image]: [unknown]) => addPicture(image),
    [OPS.paintImageMaskXObject]: ([image]: [unknown]) => addPicture(image),
    [OPS.paintImageMaskXObjectGroup]: ([images]: [readonly { transform: Matrix }[]]) => {
      for (const image of images) addPicture(image, multiply(state.matrix, image.transform));
    },
    [OPS.paintInlineImageXObjectGroup]: ([image, map]: [unknown, readonly { transform: Matrix }[]]) => {
      for (const { transform: inner } of map.slice(0, 1)) addPicture(image, multiply(state.matrix, inner));
    },
    [OPS.paintImageXObjectRepeat]: ([name, scaleX, scaleY, at]: [string, number, number, ArrayLike<number>]) =>
      addPicture(name, multiply(state.matrix, [scaleX, 0, 0, scaleY, at[0]!, at[1]!])),
    [OPS.paintImageMaskXObjectRepeat]: ([image, a, b, c, d, at]: [unknown, number, number, number, number, ArrayLike<number>]) =>
      addPicture(image, multiply(state.matrix, [a, b, c, d, at[0]!, at[1]!])),
  };

  for (const [index, operator] of fnArray.entries()) {
    if (marks.glyphs.length + marks.patches.length > MOST_MARKS) return { ...marks, isCut: true };
    acts[operator]?.(argsArray[index] as never);
    order++;
  }
  return { ...marks, isCut: false };
}
