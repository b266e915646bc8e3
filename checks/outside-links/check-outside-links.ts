import type { Checked } from '../engine/checked.ts';
import { sitePaths } from '../engine/site-files.ts';
import { SitePages } from '../engine/site-pages.ts';
import { judgeVisits } from './judge-visits.ts';
import { outsideLinks } from './outside-links.ts';
import { type VisitOptions, visitAll } from './visit.ts';

/**
 * Visits every address of another site that a built site links to. The only check that goes to the network.
 * @param folder a release, or the link to the present one
 * @throws SourceError when there is no built site in the folder
 */
export async function checkOutsideLinks(
  folder: string,
  onProgress: (stage: 'visit', done: number, of: number) => void = () => {},
  options: VisitOptions = {},
): Promise<Checked> {
  const paths = sitePaths(folder);
  const site = new SitePages(folder, paths);
  const links = outsideLinks(site, paths);
  const userAgent = `gongkai-link-check (+https://${site.page('/index.html').site.domain}/)`;
  let done = 0;
  const onVisited = () => onProgress('visit', ++done, links.length);
  const visited = await visitAll(
    links.map(({ address }) => address),
    { userAgent, ...options, onVisited },
  );
  const visits = links.map((link) => ({ ...link, ...visited.get(link.address)! }));
  return { findings: judgeVisits(visits), waived: [], known: [], files: paths.filter((path) => path.endsWith('.html')).length };
}
