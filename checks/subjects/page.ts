import type { Root } from 'hast';
import type { Spot } from '../text/passage.ts';

/** What a page is for; a `moved` page only leads to a new address. */
export type PageKind = 'home' | 'item' | 'list' | 'moved';

/** One page of the built site. */
export interface Page {
  /** Path on the site, such as `/i/990101001/202603/00012.html`. */
  path: string;
  kind: PageKind;
  /** Parsed HTML, with positions. */
  tree: Root;
  /** META tags by name, each with all its values. */
  metas: ReadonlyMap<string, readonly string[]>;
  /** What the home page says the site is; every page must say the same. */
  site: SiteIdentity;
  /** Paths of all files of the built site. */
  paths: ReadonlySet<string>;
  /** Whether the built site has a file at this path (without query and fragment). */
  has(path: string): boolean;
  /** Ids on the page of this path, to which fragments may point. */
  idsOf(path: string): ReadonlySet<string>;
  /** Text of a file of the site, such as a style sheet; empty when there is none. */
  textOf(path: string): string;
  /** Where a node stands in the page's HTML; without a node, the page itself. */
  spot(node?: Placed): Spot;
}

/** STD-META-01..03, as the home page has them; empty when it has not. */
export interface SiteIdentity {
  name: string;
  /** Host only. */
  domain: string;
  code: string;
}

export interface Placed {
  position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined;
}
