import { escape, toJsonLd } from '../parts/escape.mjs';
import { toPage } from '../parts/shell.mjs';
import { site, toMoment } from '../parts/site.mjs';

export function render({ title, description, number, url, content, page, unit: unitId, column: columnId }) {
  const unit = site.unit[unitId];
  const column = site.column[columnId];
  const iso = toMoment(page.date);
  const moment = iso.slice(0, 16).replace('T', ' ');
  const address = site.origin + url;
  const columnHref = `${unit.path}${column.id}/`;
  return toPage({
    path: url,
    title,
    unit,
    column,
    description,
    crumbs: [
      { name: unit.short_name, href: unit.path },
      { name: column.name, href: columnHref },
    ],
    here: '正文',
    tags: { ArticleTitle: title, PubDate: moment, ContentSource: unit.name, Url: address },
    jsonLd: toJsonLd({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      name: title,
      headline: title,
      identifier: number,
      url: address,
      datePublished: iso,
      inLanguage: 'zh-CN',
      isAccessibleForFree: true,
      publisher: { '@type': 'GovernmentOrganization', name: unit.name },
    }),
    main: `<main id="main" class="page" tabindex="-1"> <article class="entry news"> <header> <h1>${escape(title)}</h1> <p class="entry-facts"> <span>发布时间：<time datetime="${iso.slice(0, 16)}">${moment}</time></span> <span>来源：${escape(unit.name)}</span> </p> </header> <div class="body">${content}</div> <footer class="responsibility"> <p><span>责任单位：<a href="${unit.path}">${escape(unit.name)}</a></span><span>联系电话：<a href="tel:${unit.phone}">${unit.phone}</a></span></p> <p><span>索引号：${number}</span><a href="${columnHref}">返回${escape(column.name)}</a></p> <p class="on-paper">网址：${address}</p> </footer> </article> </main>`,
  });
}
