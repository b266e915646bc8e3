import { escape } from '../parts/escape.mjs';
import { toHeadlines, toSection } from '../parts/blocks.mjs';
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
    title: `${channel.name}频道`,
    here: channel.name,
    channel: channel.id,
    columnName: channel.name,
    columnType: channel.name,
    columnKeywords: parts.map(({ id }) => site.column[id].name),
    description: channel.description,
    crumbs: [],
    main: `<main id="main" tabindex="-1"> <div class="frame"> <h1 class="page-title">${escape(channel.name)}</h1> <p class="motto">${escape(channel.description)}</p> <div class="columns">${parts.map(({ id, items }) => toSection({ title: site.column[id].name, href: `/${id}/`, id, inner: toHeadlines(items) })).join('')}</div> ${parts.length === 0 ? '<p class="empty">本频道暂时没有内容。</p>' : ''} </div> </main>`,
  });
}
