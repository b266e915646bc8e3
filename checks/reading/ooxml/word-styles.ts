import { type Attributes, attribute, parseXml } from '../xml/parse-xml.ts';

/** What a style does that matters for reading. */
export interface WordStyle {
  isHidden: boolean;
  isHeading: boolean;
  /** Table styles: some cells have a coloured ground. */
  isColoured: boolean;
}

const OFF = /^(?:0|false|off|none)$/u;
/** Whether `<w:vanish/>` and its like switch on. */
export const isOn = (attributes: Attributes): boolean => !OFF.test(attribute(attributes, 'val') ?? '1');

/** White or nearly so. */
export const isWhite = (attributes: Attributes): boolean =>
  attribute(attributes, 'themeColor') === 'background1'
    ? attribute(attributes, 'themeShade') === undefined
    : /^(?:[fF][\da-fA-F]){3}$/u.test(attribute(attributes, 'val') ?? '');

/** Whether a shading has a colour of its own. */
export function isFilled(attributes: Attributes): boolean {
  const theme = attribute(attributes, 'themeFill');
  if (theme) return theme !== 'background1';
  const fill = attribute(attributes, 'fill') ?? 'auto';
  return !/^(?:auto|none|(?:f[\da-f]){3})$/iu.test(fill) || /pct|solid/u.test(attribute(attributes, 'val') ?? '');
}

type Own = Partial<WordStyle> & { base?: string };

/** Styles by id, each with what it inherits. */
export function readWordStyles(bytes: Uint8Array): Map<string, WordStyle> {
  const own = new Map<string, Own>();
  let current: Own | undefined;
  parseXml(bytes, {
    open(name, attributes) {
      if (name === 'style') {
        current = {};
        own.set(attribute(attributes, 'styleId') ?? '', current);
      }
      if (!current) return;
      const value = attribute(attributes, 'val') ?? '';
      if (name === 'basedOn') current.base = value;
      if (name === 'vanish') current.isHidden = isOn(attributes);
      if (name === 'color' && isWhite(attributes)) current.isHidden ??= true;
      if (name === 'shd' && isFilled(attributes)) current.isColoured = true;
      if (name === 'outlineLvl' && Number(value) < 9) current.isHeading = true;
      if (name === 'name' && /^(?:heading \d|title|标题)/iu.test(value)) current.isHeading = true;
    },
    text() {},
    close(name) {
      if (name === 'style') current = undefined;
    },
  });
  return new Map([...own.keys()].map((id) => [id, inherited(own, id)]));
}

function inherited(own: Map<string, Own>, id: string): WordStyle {
  const style: WordStyle = { isHidden: false, isHeading: false, isColoured: false };
  const chain: Own[] = [];
  for (let next = own.get(id); next && chain.length < 20; next = own.get(next.base ?? '')) chain.unshift(next);
  for (const { isHidden, isHeading, isColoured } of chain) {
    if (isHidden !== undefined) style.isHidden = isHidden;
    if (isHeading !== undefined) style.isHeading = isHeading;
    if (isColoured) style.isColoured = true;
  }
  return style;
}
