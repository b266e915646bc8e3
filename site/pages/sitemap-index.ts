import type { APIRoute } from 'astro';
import { listOf } from '../../cms/library/lists.ts';
import { SITEMAP_PAGE, sitemapPath } from '../routes.ts';

export const GET: APIRoute = ({ locals: { library } }) => {
  const origin = `https://${library.portal!.host}`;
  const paths = library.units().flatMap(({ id }) => {
    const pages = Math.max(1, Math.ceil(library.count(listOf.unit(id)) / SITEMAP_PAGE));
    return Array.from({ length: pages }, (_, page) => sitemapPath(id, page * SITEMAP_PAGE));
  });
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...paths.map((path) => `<sitemap><loc>${origin}${path}</loc></sitemap>`),
    '</sitemapindex>\n',
  ];
  return new Response(lines.join('\n'));
};
