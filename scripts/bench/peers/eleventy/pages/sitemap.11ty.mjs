import { site } from '../parts/site.mjs';

export const data = {
  layout: false,
  eleventyExcludeFromCollections: true,
  pagination: { data: 'collections.unitPages', size: 1, alias: 'found' },
  permalink: ({ found }) => `/sitemaps/${found.unit.id}-1.xml`,
};

export function render({ found: { unit, items } }) {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...[unit.path, ...unit.columns.map((id) => `${unit.path}${id}/`)].map((path) => `<url><loc>${site.origin}${path}</loc></url>`),
    ...items.map(({ url, day }) => `<url><loc>${site.origin}${url}</loc><lastmod>${day}</lastmod></url>`),
    '</urlset>\n',
  ].join('\n');
}
