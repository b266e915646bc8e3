/** Stands between two blocks of a page: nothing is found across it. */
export const BREAK = 0x0a;

/** Characters that are written in several ways, each with the way in which all of them are looked for. */
const SAME = [
  '[〔［【〖(（',
  ']〕］】〗)）',
  '"“”„‟«»「」『』〝〞＂',
  "'‘’‚‛＇",
  '-‐‑‒–—―－─−﹣',
  '~～〜∼',
  '·•・‧∙●',
  '…⋯',
  '《〈﹤',
  '》〉﹥',
  '，,﹐',
  '；;﹔',
  '：:﹕',
  '？?',
  '！!',
];

const FOLDED = toTable();

/** For every UTF-16 unit the one that stands for it, or 0 for what takes no room: white space, soft hyphens, control characters. */
function toTable(): Uint16Array {
  const table = new Uint16Array(65536);
  for (let unit = 0; unit < 65536; unit++) {
    const character = String.fromCharCode(unit);
    if (unit === BREAK) table[unit] = BREAK;
    else if (/[\p{Cc}\p{Cf}\p{Z}\u00ad\ufeff]/u.test(character)) table[unit] = 0;
    else {
      const narrow = unit >= 0xff01 && unit <= 0xff5e ? String.fromCharCode(unit - 0xfee0) : character;
      const lower = narrow.toLowerCase();
      table[unit] = (lower.length === 1 ? lower : narrow).charCodeAt(0);
    }
  }
  for (const [first, ...others] of SAME) for (const other of others) table[other.charCodeAt(0)] = table[first!.charCodeAt(0)]!;
  return table;
}

/** One UTF-16 unit as it is looked for; 0 for one that is passed over. */
export const foldUnit = (unit: number): number => FOLDED[unit]!;

/** A text as it is looked for: one form of widths, cases, brackets and dashes, no white space. */
export const fold = (text: string): string => foldWithPlaces(text).folded;

/** The same, with the place in the text of every UTF-16 unit of the result, and one more for its end. */
export function foldWithPlaces(text: string): { folded: string; places: number[] } {
  const units: number[] = [];
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = FOLDED[text.charCodeAt(at)]!;
    if (unit === 0) continue;
    units.push(unit);
    places.push(at);
  }
  places.push(text.length);
  let folded = '';
  for (let at = 0; at < units.length; at += 4096) folded += String.fromCharCode(...units.slice(at, at + 4096));
  return { folded, places };
}
