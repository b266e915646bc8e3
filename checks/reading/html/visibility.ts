import { attribute, type Element } from './parse-tree.ts';

/** What an element inherits that decides whether its words are seen. */
export interface Look {
  isHidden: boolean;
  /** CSS colours as `#rrggbb`; others as they are written. */
  color: string;
  background: string;
}

/** Black on white paper. */
export const PLAIN: Look = { isHidden: false, color: '#000000', background: '#ffffff' };

const HIDING =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|opacity\s*:\s*0*\.?0*\s*(?:;|!|$)|font-size\s*:\s*0*\.?0*(?:[a-z%]+)?\s*(?:;|!|$)|color\s*:\s*transparent|text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{4,})/iu;
const NOT_SEEN = new Set(['template', 'noscript', 'noframes', 'noembed', 'datalist']);

/** How the words of an element look, from what is around it and from its own tag, attributes and inline style. */
export function lookOf(element: Element, outer: Look): Look {
  const style = attribute(element, 'style');
  const declared = (name: string) => new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;!]+)`, 'iu').exec(style)?.[1];
  const color = toHex(declared('color') ?? attribute(element, 'color'));
  const background = toHex(declared('background-color') ?? declared('background') ?? attribute(element, 'bgcolor'));
  const look = { color: color || outer.color, background: background || outer.background };
  const isHidden =
    outer.isHidden ||
    NOT_SEEN.has(element.tagName) ||
    element.attrs.some(({ name }) => name === 'hidden') ||
    (element.tagName === 'input' && /^hidden$/iu.test(attribute(element, 'type'))) ||
    HIDING.test(style) ||
    (color !== '' && look.color === look.background);
  return { ...look, isHidden };
}

const NAMED: Record<string, string> = { white: '#ffffff', black: '#000000', red: '#ff0000', window: '#ffffff', windowtext: '#000000' };

function toHex(color: string): string {
  const plain = color.trim().toLowerCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/u.exec(plain);
  if (short) return `#${short[1]!.repeat(2)}${short[2]!.repeat(2)}${short[3]!.repeat(2)}`;
  const rgb = /^rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})/u.exec(plain);
  if (rgb)
    return `#${rgb
      .slice(1, 4)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`;
  return NAMED[plain] ?? plain;
}
