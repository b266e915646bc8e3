import { decodeEntities } from './decode-entities.ts';
import type { Scope } from './scope.ts';

const TAG = /<[a-z!/?][^>]*>?/gi;

/** Reads a page without making a tree: every stretch between tags is a paragraph, every tag is put down as it stands. */
export function readFlat(scope: Scope): void {
  let from = 0;
  for (const { 0: tag, index } of scope.html.matchAll(TAG)) {
    scope.add(decodeEntities(scope.html.slice(from, index), from, 'text'), 'paragraph', false);
    if (tag.length > 4) scope.add(decodeEntities(tag, index, 'text'), 'other', true, '标签');
    from = index + tag.length;
  }
  scope.add(decodeEntities(scope.html.slice(from), from, 'text'), 'paragraph', false);
}
