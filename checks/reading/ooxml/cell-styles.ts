import { type Attributes, parseXml } from '../xml/parse-xml.ts';

/** Indexes of cell formats (`s` of a cell) in which nothing can be seen: white on no ground, or the number format `;;;`. */
export function readUnseenFormats(bytes: Uint8Array): Set<number> {
  const whiteFonts: boolean[] = [];
  const filled: boolean[] = [];
  const empty = new Set<string>();
  const unseen = new Set<number>();
  let format = 0;
  const path: string[] = [];
  const within = (name: string) => path.includes(name);
  parseXml(bytes, {
    open(name, attributes) {
      if (name === 'font' && path.at(-1) === 'fonts') whiteFonts.push(false);
      else if (name === 'color' && path.at(-1) === 'font' && path.at(-2) === 'fonts')
        whiteFonts[whiteFonts.length - 1] = isWhiteFont(attributes);
      else if (name === 'fill' && path.at(-1) === 'fills') filled.push(false);
      else if (within('fills') && (name === 'gradientFill' || (name === 'patternFill' && (attributes.patternType ?? 'none') !== 'none')))
        filled[filled.length - 1] = true;
      else if (name === 'numFmt' && /^;;;/u.test(attributes.formatCode ?? '')) empty.add(attributes.numFmtId ?? '');
      else if (name === 'xf' && path.at(-1) === 'cellXfs') {
        const isWhite = whiteFonts[Number(attributes.fontId)] && !filled[Number(attributes.fillId)];
        if (isWhite || empty.has(attributes.numFmtId ?? '')) unseen.add(format);
        format++;
      }
      path.push(name);
    },
    text() {},
    close: () => path.pop(),
  });
  return unseen;
}

const isWhiteFont = ({ rgb, theme, tint }: Attributes): boolean =>
  /^(?:FF)?FFFFFF$/iu.test(rgb ?? '') || (theme === '0' && tint === undefined);
