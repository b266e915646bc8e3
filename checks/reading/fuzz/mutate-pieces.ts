import type { Random } from './random.ts';

const NASTY = [
  '',
  '-1',
  '1e999',
  '99999999999999999999',
  '4294967295',
  '-2147483648',
  'NaN',
  '__proto__',
  'constructor',
  '\u0000',
  '&#0;',
  '&x;',
  ']]>',
  '<!--',
  '<![CDATA[',
  '../..',
  '第1页',
  '0'.repeat(5000),
];

/** Characters; making larger files is what takes the time then. */
const LARGEST = 20_000_000;
/** What opens something in XML, RTF or PDF, so that many of it lie in each other. */
const OPENING = /^(?:<(?!\/)|[{[])/u;

/** Ways to damage text in tokens that leave most of it well formed. */
const WAYS: ((pieces: string[], random: Random) => string[])[] = [
  function dropOne(pieces, random) {
    return pieces.toSpliced(random.below(pieces.length), 1 + random.below(3));
  },
  function repeatSome(pieces, random) {
    const at = random.below(pieces.length);
    const some = pieces.slice(at, at + 1 + random.below(20));
    const times = random.pick([1, 2, 10, 1000]);
    return [...pieces.slice(0, at), ...Array.from({ length: times }, () => some).flat(), ...pieces.slice(at)];
  },
  function swap(pieces, random) {
    const [a, b] = [random.below(pieces.length), random.below(pieces.length)];
    [pieces[a], pieces[b]] = [pieces[b]!, pieces[a]!];
    return pieces;
  },
  function value(pieces, random) {
    const at = random.below(pieces.length);
    pieces[at] = pieces[at]!.replace(/"[^"]*"/u, () => `"${random.pick(NASTY)}"`);
    return pieces;
  },
  function number(pieces, random) {
    const at = random.below(pieces.length);
    pieces[at] = pieces[at]!.replace(/-?\d+/u, (old) => random.pick([random.pick(NASTY), String(random.below(40)), `${old}${old}`]));
    return pieces;
  },
  function words(pieces, random) {
    return pieces.toSpliced(random.below(pieces.length), 0, random.pick(NASTY));
  },
  function nest(pieces, random) {
    const at = random.below(pieces.length);
    const piece = pieces[at]!;
    return OPENING.test(piece) ? pieces.toSpliced(at, 0, ...Array<string>(random.pick([10, 3000, 30_000])).fill(piece)) : pieces;
  },
  function move(pieces, random) {
    const some = pieces.splice(random.below(pieces.length), 1 + random.below(30));
    return pieces.toSpliced(random.below(pieces.length + 1), 0, ...some);
  },
];

/** A damaged copy of text that `token` takes apart. */
export function mutatePieces(text: string, token: RegExp, random: Random): string {
  let pieces: string[] = text.match(token) ?? [''];
  for (let times = 1 + random.below(5); times > 0 && pieces.length > 0; times--) {
    const next = random.pick(WAYS)(pieces, random);
    if (next.reduce((sum, piece) => sum + piece.length, 0) > LARGEST) break;
    pieces = next;
  }
  return pieces.join('');
}
