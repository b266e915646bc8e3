import site from '../../data/site.json';
import { toLists } from '../../parts/lists.mjs';

export async function getStaticPaths() {
  const { ofUnit } = await toLists();
  return site.units.map((unit) => ({ params: { unit: unit.id }, props: { unit, items: ofUnit(unit.id) } }));
}

export function GET({ props: { unit, items } }) {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...[unit.path, ...unit.columns.map((id) => `${unit.path}${id}/`)].map((path) => `<url><loc>${site.origin}${path}</loc></url>`),
    ...items.map(({ data }) => `<url><loc>${site.origin}${data.url}</loc><lastmod>${data.date.slice(0, 10)}</lastmod></url>`),
    '</urlset>\n',
  ];
  return new Response(lines.join('\n'));
}
