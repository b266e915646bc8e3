import type { Root } from 'hast';
import type { Spot } from '../text/passage.ts';

/** One page of the built site. */
export interface Page {
  /** Path on the site, such as `/i/990101001/202603/00012.html`. */
  path: string;
  /** Parsed HTML, with positions. */
  tree: Root;
  /** Whether the built site has a file at this path (without query and fragment). */
  has(path: string): boolean;
  /** Ids on the page of this path, to which fragments may point. */
  idsOf(path: string): ReadonlySet<string>;
  /** Where a node stands in the page's HTML. */
  spot(node: { position?: { start: { offset?: number }; end: { offset?: number } } }): Spot;
}
