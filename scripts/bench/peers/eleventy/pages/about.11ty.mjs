import { escape } from '../parts/escape.mjs';
import { toFacts } from '../parts/blocks.mjs';
import { toPage } from '../parts/shell.mjs';

const pathOf = (unit) => (unit.kind === 'county' ? '/government/' : `${unit.path}about/`);

export const data = {
  layout: false,
  eleventyExcludeFromCollections: true,
  pagination: { data: 'site.units', size: 1, alias: 'unit' },
  permalink: ({ unit }) => `${pathOf(unit)}index.html`,
};

export function render({ unit }) {
  const isCounty = unit.kind === 'county';
  const head = unit.leaders[0];
  return toPage({
    path: pathOf(unit),
    title: isCounty ? '县政府领导和机构' : '机构概况',
    unit,
    columnName: '机构概况',
    columnType: '机构职能',
    columnKeywords: [unit.short_name, '职责', '负责人', '内设机构', '联系方式'],
    description: `${unit.name}的职责、负责人、内设机构和联系方式。`,
    crumbs: isCounty
      ? []
      : [
          { name: '单位名录', href: '/units/' },
          { name: unit.short_name, href: unit.path },
        ],
    main: `<main id="main" class="page" tabindex="-1"> <h1 class="page-title">${isCounty ? '县政府领导和机构' : `${escape(unit.name)}机构概况`}</h1> <p class="motto">${escape(unit.motto)}</p> <section aria-labelledby="contact"> <h2 id="contact">联系方式</h2> ${toFacts('facts', [
      { name: '办公地址', value: unit.address, wide: true },
      { name: '邮政编码', value: unit.postcode },
      { name: '联系电话', value: unit.phone, href: `tel:${unit.phone}` },
      { name: '监督电话', value: unit.supervision_phone, href: `tel:${unit.supervision_phone}` },
      { name: '电子邮箱', value: unit.mail, href: `mailto:${unit.mail}` },
      { name: '信息公开机构', value: unit.disclosure_office, wide: true },
      { name: '办公时间', value: unit.hours, wide: true },
    ])} </section> <section aria-labelledby="leaders"> <h2 id="leaders">负责人</h2> <ul class="leaders"> ${unit.leaders.map((leader) => `<li${leader === head ? ' class="head"' : ''}><strong>${escape(leader.name)}</strong><span>${escape(leader.post)}</span><p>${escape(leader.in_charge_of)}</p></li>`).join('')} </ul> </section> <section aria-labelledby="duties"> <h2 id="duties">主要职责</h2> <ol class="duties">${unit.duties.map((duty) => `<li>${escape(duty)}</li>`).join('')}</ol> </section> <section aria-labelledby="offices"> <h2 id="offices">内设机构</h2> <section class="table" aria-label="内设机构表格" tabindex="0"> <table> <thead><tr><th scope="col">机构</th><th scope="col">职责</th><th scope="col">电话</th></tr></thead> <tbody>${unit.offices.map(({ name, duty, phone }) => `<tr><th scope="row">${escape(name)}</th><td>${escape(duty)}</td><td class="nowrap"><a href="tel:${phone}">${phone}</a></td></tr>`).join('')}</tbody> </table> </section> </section> </main>`,
  });
}
