import type { Piece } from '../piece.ts';
import type { Offsets } from '../text/placed-text.ts';
import { readPage } from './read-page.ts';
import { Scope } from './scope.ts';

/**
 * Everything in a stretch of HTML, such as raw HTML in Markdown. Whole pages are read too.
 *
 * @param offsets where `html` stands in the decoded source, as in `Piece.offsets`
 * @param where an editor's words for the place, for example `正文`
 */
export function readHtmlFragment(html: string, offsets: Offsets, where: string): Piece[] {
  const scope = new Scope(html, offsets, where);
  readPage(scope, /<(?:!doctype|html|head|body|frameset)[\s>]/iu.test(html));
  return scope.shared.pieces;
}
