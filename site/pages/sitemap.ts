import type { APIRoute } from 'astro';
import type { Library } from '../../cms/library/library.ts';
import { listOf } from '../../cms/library/lists.ts';
import type { Unit } from '../../cms/model/unit.ts';
import { partsOf } from '../disclosure/parts.ts';
import { dutiesOf } from '../disclosure/standing.ts';
import { ACCESSIBILITY, columnPath, dutyPath, entryPath, platformPath, unitPath } from '../paths.ts';
import { POLICY_LIBRARY, policyShelfPath, policySubjects, policyYears } from '../policies.ts';
import { type PageProps, SITEMAP_PAGE } from '../routes.ts';
import { SEARCH_PAGE } from '../search/paths.ts';

/** Pages of a unit's platform of disclosure, but for the older ones of a duty. */
function platformPages(library: Library, unit: Unit): string[] {
  const isCounty = unit.kind === 'county';
  const common = isCounty ? ['fields', 'places', 'exemptions'].map((part) => `${platformPath(unit)}${part}/`) : [];
  const form = unit.kind === 'utility' ? [] : [`${platformPath(unit)}request/form.html`];
  const duties = isCounty ? library.duties() : dutiesOf(library, unit);
  return [...partsOf(unit).map(({ href }) => href), ...form, ...common, ...duties.map(({ id }) => dutyPath(unit, id))];
}

/** Pages of a unit that are neither columns nor entries; the county's are those of the portal. */
function pagesOf(library: Library, unit: Unit): string[] {
  const platform = platformPages(library, unit);
  if (unit.kind !== 'county') return [unitPath(unit), `${unitPath(unit)}about/`, ...platform];
  const channels = library.portal!.channels.map(({ id }) => `/${id}/`);
  const shelves = [...policyYears(library), ...policySubjects(library)].map(({ id }) => id);
  const policies = [POLICY_LIBRARY, ...[...shelves, 'changed'].map(policyShelfPath)];
  const topics = library.topics().map(({ id }) => `/topics/${id}/`);
  return [
    '/',
    '/government/',
    '/units/',
    '/map/',
    '/api/',
    SEARCH_PAGE,
    ACCESSIBILITY,
    ...platform,
    ...policies,
    ...channels,
    '/topics/',
    ...topics,
  ];
}

export const GET: APIRoute = ({ locals: { library, props } }) => {
  const { unit: id, from } = props as PageProps['sitemap'];
  const unit = library.unit(id)!;
  const origin = `https://${library.portal!.host}`;
  const fixed = from === 0 ? [...pagesOf(library, unit), ...unit.columns.map((column) => columnPath(unit, column))] : [];
  const entries = library.slice(listOf.unit(id), from, from + SITEMAP_PAGE);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...fixed.map((path) => `<url><loc>${origin}${path}</loc></url>`),
    ...entries.map(
      ({ number, publishedAt }) => `<url><loc>${origin}${entryPath(number)}</loc><lastmod>${publishedAt.slice(0, 10)}</lastmod></url>`,
    ),
    '</urlset>\n',
  ];
  return new Response(lines.join('\n'));
};
