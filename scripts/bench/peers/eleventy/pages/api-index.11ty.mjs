import { site } from '../parts/site.mjs';

export const data = { layout: false, eleventyExcludeFromCollections: true, permalink: '/api/index.json' };

export function render({ collections }) {
  const count = collections.apiPages.reduce((sum, { entries }) => sum + entries.length, 0);
  return JSON.stringify({
    name: site.portal.name,
    site_code: site.portal.site_code,
    licence: '政府信息，免费使用，使用时注明来源',
    count,
    page_size: 100,
    pages: collections.apiPages.length,
    entries: '/api/entries/{page}.json',
    units: '/api/units.json',
    types: site.types,
    columns: site.columns,
  });
}
