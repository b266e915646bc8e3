import type { APIRoute } from 'astro';
import { listOf } from '../../cms/library/lists.ts';
import { columnPath, entryPath, unitPath } from '../paths.ts';
import { type PageProps, SITEMAP_PAGE } from '../routes.ts';

export const GET: APIRoute = ({ locals: { library, props } }) => {
  const { unit: id, from } = props as PageProps['sitemap'];
  const unit = library.unit(id)!;
  const origin = `https://${library.portal!.host}`;
  const fixed = from === 0 ? [unitPath(unit), ...unit.columns.map((column) => columnPath(unit, column))] : [];
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
