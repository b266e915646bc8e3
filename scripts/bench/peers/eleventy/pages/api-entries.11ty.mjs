import { site } from '../parts/site.mjs';

export const data = {
  layout: false,
  eleventyExcludeFromCollections: true,
  pagination: { data: 'collections.apiPages', size: 1, alias: 'found' },
  permalink: ({ found }) => `/api/entries/${found.page}.json`,
};

export const render = ({ found: { page, entries } }) =>
  JSON.stringify({
    page,
    entries: entries.map(({ url, unit, title, column, number, moment, description }) => ({
      url: site.origin + url,
      unit,
      type: 'news',
      title,
      column,
      index_number: number,
      published_at: moment.slice(0, 16).replace('T', ' '),
      summary: description,
    })),
  });
