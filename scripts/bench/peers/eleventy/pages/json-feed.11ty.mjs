import { site } from '../parts/site.mjs';

export const data = {
  layout: false,
  eleventyExcludeFromCollections: true,
  pagination: { data: 'collections.feeds', size: 1, alias: 'feed' },
  permalink: ({ feed }) => `${feed.base}feed.json`,
};

export function render({ feed: { base, title, items } }) {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: `${title}_${site.portal.name}`,
    home_page_url: site.origin + base,
    feed_url: `${site.origin}${base}feed.json`,
    language: 'zh-CN',
    items: items.map((item) => ({
      id: site.origin + item.url,
      url: site.origin + item.url,
      title: item.title,
      summary: item.description,
      content_text: item.description,
      date_published: item.moment,
      authors: [{ name: site.unit[item.unit].name }],
      tags: [],
    })),
  });
}
