import { decodeEntities } from './decode-entities.ts';
import type { Scope } from './scope.ts';

/** What could be words, a number that says something, or a key. */
const TELLING = /\p{Script=Han}|\d{6}|[\w+/-]{24}/u;
const STRETCH = /[^<>"'=]+/g;

/** Puts down what a browser throws away and the tree therefore lacks: a second attribute of one name, attributes of end tags, doctypes. */
export function sweep(scope: Scope): void {
  const { html, covered } = scope;
  for (let from = 0; from < html.length; ) {
    if (covered[from]) {
      from++;
      continue;
    }
    const next = covered.indexOf(1, from);
    const to = next < 0 ? html.length : next;
    for (const { 0: text, index } of html.slice(from, to).matchAll(STRETCH))
      if (TELLING.test(text)) scope.add(decodeEntities(text, from + index, 'attribute'), 'other', true, '标签');
    from = to;
  }
}
