import site from '../data/site.json';

export function GET() {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...site.units.map(({ id }) => `<sitemap><loc>${site.origin}/sitemaps/${id}-1.xml</loc></sitemap>`),
    '</sitemapindex>\n',
  ];
  return new Response(lines.join('\n'));
}
