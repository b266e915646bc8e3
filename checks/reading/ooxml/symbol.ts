/** Ticks and boxes that forms take from symbol fonts (`w:sym`), by font and code; the rest has no common meaning. */
const SYMBOLS: Record<string, string> = {
  'wingdings f0fe': '☑',
  'wingdings f0fd': '☒',
  'wingdings f0a8': '□',
  'wingdings f06f': '□',
  'wingdings f0fc': '✓',
  'wingdings f0fb': '✗',
  'wingdings 2 f052': '☑',
  'wingdings 2 f050': '✓',
  'wingdings 2 f0a3': '□',
  'wingdings f0ab': '★',
};

/** The character that a symbol font shows. */
export function symbol(font = '', code = ''): string {
  const known = SYMBOLS[`${font} ${code}`.toLowerCase()];
  if (known) return known;
  const point = Number.parseInt(code, 16);
  return point >= 0x20 && point < 0xd800 ? String.fromCharCode(point) : '';
}
