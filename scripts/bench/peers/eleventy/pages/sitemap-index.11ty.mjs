import { site } from '../parts/site.mjs';

export const data = { layout: false, eleventyExcludeFromCollections: true, permalink: '/sitemap.xml' };

export const render = () =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...site.units.map(({ id }) => `<sitemap><loc>${site.origin}/sitemaps/${id}-1.xml</loc></sitemap>`),
    '</sitemapindex>\n',
  ].join('\n');
