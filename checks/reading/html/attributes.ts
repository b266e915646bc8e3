import { meaningOf } from './attribute-pieces.ts';
import { decodeEntities } from './decode-entities.ts';
import type { Element } from './parse-tree.ts';
import { readPage } from './read-page.ts';
import type { Scope } from './scope.ts';
import type { Look } from './visibility.ts';

/** Attributes by which a browser fetches something as soon as the page is opened. */
const FETCHED = /^(?:src|srcset|background|data|poster)$/u;

/** Puts down the attributes of an element that hold words or addresses. */
export function readAttributes(element: Element, look: Look, scope: Scope): void {
  for (const { name, prefix, value } of element.attrs) {
    const full = prefix ? `${prefix}:${name}` : name;
    const at = element.sourceCodeLocation?.attrs?.[full] ?? element.sourceCodeLocation?.attrs?.[full.toLowerCase()];
    const meaning = meaningOf(element.tagName, full, value);
    if (!at) continue;
    const placed = placeValue(scope.html.slice(at.startOffset, at.endOffset), at.startOffset);
    if (!meaning) {
      scope.cover(placed);
      continue;
    }
    scope.add(placed, meaning.kind, meaning.isHidden || look.isHidden, full === 'value' ? fieldOf(element, meaning.label) : meaning.label);
    if (full === 'srcdoc') readPage(scope.inner(placed, '内嵌网页', look.isHidden), true);
    if (/^\s*(?:https?:)?\/\//iu.test(value) && (FETCHED.test(full) || element.tagName === 'link')) scope.trait('outside-reference');
    if (full === 'name' && /^(?:author|creator|dc\.creator)$/iu.test(value)) scope.trait('author', '网页属性');
  }
}

const LONGEST_NAME = 40;

/** A field of a form by its name. */
function fieldOf({ attrs }: Element, label: string): string {
  const name = attrs.find((attribute) => attribute.name === 'name' || attribute.name === 'id')?.value.trim();
  return name && name.length <= LONGEST_NAME ? `${label}“${name}”` : label;
}

/** The value in `name="value"`. */
function placeValue(source: string, start: number) {
  const before = /^[^=]*=[ \t\n\f\r]*/u.exec(source)?.[0].length ?? 0;
  const quote = source[before];
  const isQuoted = quote === '"' || quote === "'";
  const from = before + (isQuoted ? 1 : 0);
  const to = isQuoted && source.length > from && source.endsWith(quote) ? source.length - 1 : source.length;
  return decodeEntities(source.slice(from, to), start + from, 'attribute');
}
