import type { DefaultTreeAdapterMap } from 'parse5';
import { decodeEntities } from './decode-entities.ts';
import { readPage } from './read-page.ts';
import type { Scope } from './scope.ts';

/** Puts down a comment, and what Office or an old browser reads in it (`<!--[if gte mso 9]>…<![endif]-->`). */
export function readComment(node: DefaultTreeAdapterMap['commentNode'], scope: Scope): void {
  const at = node.sourceCodeLocation;
  if (!at) return;
  const source = scope.html.slice(at.startOffset, at.endOffset);
  const from = /^<!--|^<[!?/]?/u.exec(source)?.[0].length ?? 0;
  const to = source.length - (/--!?>$|>$/u.exec(source)?.[0].length ?? 0);
  const inner = decodeEntities(source.slice(from, Math.max(from, to)), at.startOffset + from, 'raw');
  const condition = /^\s*\[if[^\]]*\]>(?:<!)?/iu.exec(inner.text)?.[0].length;
  if (condition === undefined) {
    scope.add(inner, 'remark', true, '网页注释');
    if (/[\p{L}\d]{2}/u.test(inner.text) && !/^\[|^\?|^endif/iu.test(inner.text.trim())) scope.trait('remarks', '网页注释');
    return;
  }
  const end = inner.text.search(/<!\[endif\]\s*(?:--)?\s*$/iu);
  const page = scope.inner(inner.slice(condition, end < 0 ? inner.text.length : end), '条件注释', true);
  if (page) readPage(page, false);
  else scope.add(inner, 'remark', true, '条件注释');
}
