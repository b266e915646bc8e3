import site from '../../data/site.json';
import { toLists } from '../../parts/lists.mjs';

export async function GET() {
  const { articles, apiPages } = await toLists();
  return Response.json({
    name: site.portal.name,
    site_code: site.portal.site_code,
    licence: '政府信息，免费使用，使用时注明来源',
    count: articles.length,
    page_size: 100,
    pages: apiPages.length,
    entries: '/api/entries/{page}.json',
    units: '/api/units.json',
    types: site.types,
    columns: site.columns,
  });
}
