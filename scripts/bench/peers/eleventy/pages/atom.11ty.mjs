import { escape } from '../parts/escape.mjs';
import { site } from '../parts/site.mjs';

export const data = {
  layout: false,
  eleventyExcludeFromCollections: true,
  pagination: { data: 'collections.feeds', size: 1, alias: 'feed' },
  permalink: ({ feed }) => `${feed.base}feed.xml`,
};

export function render({ feed: { base, title, items } }) {
  const address = site.origin + base;
  const entries = items.map((item) => {
    const url = site.origin + item.url;
    return `<entry><id>${url}</id><title>${escape(item.title)}</title><link href="${url}"/><published>${item.moment}</published><updated>${item.moment}</updated><author><name>${escape(site.unit[item.unit].name)}</name></author><summary>${escape(item.description)}</summary></entry>`;
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<id>${address}feed.xml</id><title>${escape(`${title}_${site.portal.name}`)}</title><updated>${items[0]?.moment ?? '2000-01-01T00:00:00+08:00'}</updated>`,
    `<link rel="self" href="${address}feed.xml"/><link rel="alternate" href="${address}"/>`,
    `<author><name>${escape(site.portal.name)}</name></author>`,
    ...entries,
    '</feed>\n',
  ].join('\n');
}
