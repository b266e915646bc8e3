import { escape } from '../parts/escape.mjs';
import { toItems } from '../parts/blocks.mjs';
import { toPage } from '../parts/shell.mjs';
import { site } from '../parts/site.mjs';

export const data = {
  layout: false,
  eleventyExcludeFromCollections: true,
  pagination: { data: 'collections.columnPages', size: 1, alias: 'list' },
  permalink: ({ list }) => list.file,
};

export function render({ list: { unit, id, base, url, number, count, items, newer, older } }) {
  const column = site.column[id];
  const isFirst = number === undefined;
  const channel = unit.kind === 'county' ? site.portal.channels.find(({ columns }) => columns.includes(id)) : undefined;
  const above =
    unit.kind === 'county'
      ? channel
        ? [{ name: channel.name, href: `/${channel.id}/` }]
        : []
      : [
          { name: '单位名录', href: '/units/' },
          { name: unit.short_name, href: unit.path },
        ];
  const range = isFirst ? '' : `${items.at(-1).day}至${items[0].day}`;
  const aside = channel
    ? ` <nav class="aside" aria-label="${escape(channel.name)}"> <ul>${channel.columns.map((each) => `<li><a href="/${each}/"${each === id ? ' aria-current="page"' : ''}>${escape(site.column[each].name)}</a></li>`).join('')}</ul> </nav>`
    : '';
  const turn =
    newer || older
      ? ` <nav class="pages" aria-label="翻页"> ${newer ? `<a href="${newer}" rel="prev">较新的信息</a> <a href="${base}">回到最新</a>` : '<span>已是最新</span>'} ${older ? `<a href="${older}" rel="next">较早的信息</a>` : '<span>已是最早</span>'} </nav>`
      : '';
  return toPage({
    path: url,
    title: isFirst ? column.name : `${column.name}往期第${number}页`,
    unit,
    column,
    channel: channel?.id,
    crumbs: isFirst ? above : [...above, { name: column.name, href: base }],
    here: isFirst ? column.name : `往期第${number}页`,
    feed: `${base}feed.xml`,
    description: isFirst ? column.description : `${column.name}，${range}发布。`,
    main: `<main id="main" tabindex="-1"> <div class="frame${channel ? ' with-aside' : ''}"> <div> <h1 class="page-title">${escape(column.name)}</h1> <p class="motto">${isFirst ? `${escape(column.description)}共 ${count} 条。` : `往期第 ${number} 页，${range}发布。`}</p> ${items.length > 0 ? toItems(items) : `<p class="empty">本栏目暂时没有内容。需要有关信息的，可以拨打 <a href="tel:${unit.phone}">${unit.phone}</a> 询问。</p>`}${turn} <p class="note"><a href="${base}feed.xml">订阅本栏目</a></p> </div>${aside} </div> </main>`,
  });
}
