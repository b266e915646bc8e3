import site from '../../data/site.json';
import { escapeXml } from '../../parts/xml.mjs';

export { getStaticPaths } from '../../parts/feed-paths.mjs';

export function GET({ props: { feed } }) {
  const { base, title, items } = feed;
  const address = site.origin + base;
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<id>${address}feed.xml</id><title>${escapeXml(`${title}_${site.portal.name}`)}</title><updated>${items[0]?.data.date ?? '2000-01-01T00:00:00+08:00'}</updated>`,
    `<link rel="self" href="${address}feed.xml"/><link rel="alternate" href="${address}"/>`,
    `<author><name>${escapeXml(site.portal.name)}</name></author>`,
    ...items.map(({ data }) => {
      const url = site.origin + data.url;
      return `<entry><id>${url}</id><title>${escapeXml(data.title)}</title><link href="${url}"/><published>${data.date}</published><updated>${data.date}</updated><author><name>${escapeXml(site.unit[data.unit].name)}</name></author><summary>${escapeXml(data.description)}</summary></entry>`;
    }),
    '</feed>\n',
  ];
  return new Response(lines.join('\n'));
}
