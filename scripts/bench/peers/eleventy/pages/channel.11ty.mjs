import { escape } from '../parts/escape.mjs';
import { toItems, toSection } from '../parts/blocks.mjs';
import { toPage } from '../parts/shell.mjs';
import { site } from '../parts/site.mjs';

export const data = {
  layout: false,
  eleventyExcludeFromCollections: true,
  pagination: { data: 'collections.channelPages', size: 1, alias: 'found' },
  permalink: ({ found }) => `/${found.channel.id}/index.html`,
};

export function render({ found: { channel, columns } }) {
  const parts = columns.filter(({ items }) => items.length > 0);
  return toPage({
    path: `/${channel.id}/`,
    title: channel.name,
    columnName: channel.name,
    columnType: channel.name,
    description: channel.description,
    crumbs: [],
    main: `<main id="main"> <div class="frame"> <h1 class="page-title">${escape(channel.name)}</h1> <p class="motto">${escape(channel.description)}</p> </div> <div class="frame${parts.length > 1 ? ' home-grid' : ''}"> ${parts.map(({ id, items }) => toSection({ title: site.column[id].name, href: `/${id}/`, id, inner: toItems(items, true) })).join('')} </div> </main>`,
  });
}
