import type { Stretch } from './apart.ts';

/** What stands by itself as a label does: a line, or what stands in brackets. Its clauses are without signs and spaces. */
export interface Standalone extends Stretch {
  clauses: readonly string[];
  /** What of its line stands before and behind, without spaces: both empty when it is the line. */
  before: string;
  behind: string;
  isBracketed: boolean;
}

/** A longer line is a sentence. */
const LONGEST = 80;
/** The year of a document's number may stand in brackets within. */
const BRACKETED = /[(【[〔<〈{「]((?:[^()【】[\]〔〕<>〈〉{}「」\n]|〔\d{4}〕){2,80})[)】\]〕>〉}」]/gu;
const APART = /[\s,、;:·。!|/()【】[\]〔〕<>〈〉{}「」—–…~-]+/u;
/** One space between single characters, as in `内 部 资 料`; two end the word. */
const SPACED = /(?<=(?:^|[^\p{Script=Han}])(?:\p{Script=Han} )*\p{Script=Han}) (?=\p{Script=Han}(?:$|[^\p{Script=Han}]))/gu;
const SIGNS = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** Everything in a folded text that stands by itself: lines first, then brackets. Quotations do not. */
export function* standalone(whole: string): Generator<Standalone> {
  const text = withoutQuoted(whole);
  let at = 0;
  for (const line of text.split('\n')) {
    if (line.length <= LONGEST) {
      const start = at + (line.length - line.trimStart().length);
      yield { start, end: at + line.trimEnd().length, clauses: clausesOf(line), before: '', behind: '', isBracketed: false };
    }
    for (const { 0: found, 1: inner, index } of line.matchAll(BRACKETED))
      yield {
        start: at + index,
        end: at + index + found.length,
        clauses: clausesOf(inner!),
        before: line.slice(0, index).trim(),
        behind: line.slice(index + found.length).trim(),
        isBracketed: true,
      };
    at += line.length + 1;
  }
}

/** A text that quotes several things speaks of them; they are left out, and what stands around keeps its place. */
const withoutQuoted = (text: string): string =>
  text.replace(/[^\n]+/gu, (line) =>
    (line.match(QUOTED)?.length ?? 0) < 2 ? line : line.replace(QUOTED, (quoted) => ' '.repeat(quoted.length)),
  );
const QUOTED = /“[^“”\n]{1,40}”/gu;

const clausesOf = (text: string): string[] =>
  text
    .trim()
    .replace(SPACED, '')
    .split(APART)
    .map((clause) => clause.replace(SIGNS, ''))
    .filter((clause) => clause !== '');
