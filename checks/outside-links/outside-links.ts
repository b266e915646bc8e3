import type { SitePages } from '../engine/site-pages.ts';
import { followedFrom, toUrl } from '../subjects/addresses.ts';
import { elements } from '../subjects/elements.ts';
import type { Spot } from '../text/passage.ts';

/** An address of another site that pages link to. */
export interface OutsideLink {
  /** Without fragment. */
  address: string;
  pages: number;
  /** The link on the first page that has it. */
  spot: Spot;
}

/** Every address of another site that pages of a built site link to, once, in the order of the pages. */
export function outsideLinks(site: SitePages, paths: readonly string[]): OutsideLink[] {
  const links = new Map<string, OutsideLink>();
  for (const path of paths.filter((each) => each.endsWith('.html'))) {
    const page = site.page(path);
    const here = new Set<string>();
    for (const element of elements(page.tree)) {
      const address = toOutside(followedFrom(element), page.site.domain, path);
      if (address === undefined || here.has(address)) continue;
      here.add(address);
      const known = links.get(address);
      if (known) known.pages++;
      else links.set(address, { address, pages: 1, spot: { ...page.spot(element), file: path.slice(1) } });
    }
  }
  return [...links.values()];
}

function toOutside(target: string | undefined, domain: string, path: string): string | undefined {
  const url = target === undefined ? undefined : toUrl(target, domain, path);
  if (!url || !/^https?:$/u.test(url.protocol) || url.hostname === domain || url.hostname === 'site.invalid') return undefined;
  // What every page tells the national platform about itself is one address for each page (国办发〔2017〕47号).
  if (url.hostname === 'zfwzgl.www.gov.cn') url.search = '';
  url.hash = '';
  return url.href;
}
