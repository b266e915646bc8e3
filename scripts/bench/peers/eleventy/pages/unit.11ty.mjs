import { escape, toJsonLd } from '../parts/escape.mjs';
import { toFacts, toHeadlines, toSection } from '../parts/blocks.mjs';
import { toPage } from '../parts/shell.mjs';
import { site } from '../parts/site.mjs';

export const data = {
  layout: false,
  eleventyExcludeFromCollections: true,
  pagination: { data: 'collections.unitPages', size: 1, alias: 'home', before: (pages) => pages.filter(({ unit }) => unit.kind !== 'county') },
  permalink: ({ home }) => `${home.unit.path}index.html`,
};

export function render({ home: { unit, columns } }) {
  const parts = columns.filter(({ items }) => items.length > 0);
  const [first, ...others] = parts;
  const section = ({ id, items }, isLead) =>
    toSection({
      title: site.column[id].name,
      href: `${unit.path}${id}/`,
      id,
      inner: isLead ? `<div class="lead">${toHeadlines(items)}</div>` : toHeadlines(items),
    });
  const contact = `<p class="motto">${escape(unit.motto)}</p> ${toFacts('facts narrow', [
    { name: '办公地址', value: unit.address },
    { name: '办公时间', value: unit.hours },
    { name: '联系电话', value: unit.phone, href: `tel:${unit.phone}` },
    { name: '监督电话', value: unit.supervision_phone, href: `tel:${unit.supervision_phone}` },
    { name: '电子邮箱', value: unit.mail, href: `mailto:${unit.mail}`, wide: true },
  ])}`;
  return toPage({
    path: unit.path,
    title: unit.name,
    unit,
    columnName: unit.short_name,
    columnType: '工作动态',
    columnKeywords: [unit.short_name, ...parts.map(({ id }) => site.column[id].name)],
    description: unit.motto,
    crumbs: [{ name: '单位名录', href: '/units/' }],
    here: unit.short_name,
    feed: `${unit.path}feed.xml`,
    jsonLd: toJsonLd({ '@context': 'https://schema.org', '@type': 'GovernmentOrganization', name: unit.name, telephone: unit.phone, address: unit.address, email: unit.mail }),
    main: `<main id="main" tabindex="-1"> <h1 class="visually-hidden">${escape(unit.name)}</h1> <div class="frame grid lead-grid"> ${first ? section(first, true) : ''} ${toSection({ title: '联系我们', href: `${unit.path}about/`, id: 'contact', more: '机构概况', inner: contact })} </div> <div class="frame columns"> ${others.map((column) => section(column)).join('')} </div> </main>`,
  });
}
