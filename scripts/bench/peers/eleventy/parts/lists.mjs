import { site, toMoment } from './site.mjs';

const PAGE = 20;
const API_PAGE = 100;

/** Every list of the site, from all templates that Eleventy knows, worked out once. */
export function toLists(all) {
  const articles = all
    .filter(({ data }) => data.number)
    .map(({ data, date, url }) => {
      const moment = toMoment(date);
      return { ...pick(data), url, moment, day: moment.slice(0, 10) };
    })
    .sort((a, b) => (a.moment + a.number < b.moment + b.number ? 1 : -1));
  const byColumn = Map.groupBy(articles, ({ unit, column }) => `${unit}/${column}`);
  const byUnit = Map.groupBy(articles, ({ unit }) => unit);
  const of = (unit, column) => byColumn.get(`${unit}/${column}`) ?? [];
  const feeds = [{ base: '/', title: '全部信息', items: articles.slice(0, PAGE) }];
  const columnPages = [];
  const unitPages = [];
  for (const unit of site.units) {
    const items = byUnit.get(unit.id) ?? [];
    unitPages.push({ unit, items, columns: unit.columns.map((id, index) => ({ id, items: of(unit.id, id).slice(0, index === 0 ? 7 : 5) })) });
    if (unit.kind !== 'county') feeds.push({ base: unit.path, title: unit.name, items: items.slice(0, PAGE) });
    for (const id of unit.columns) {
      columnPages.push(...toColumnPages(unit, id, of(unit.id, id)));
      feeds.push({ base: `${unit.path}${id}/`, title: `${unit.short_name}　${site.column[id].name}`, items: of(unit.id, id).slice(0, PAGE) });
    }
  }
  const channelPages = site.portal.channels.map((channel) => ({
    channel,
    columns: channel.columns.map((id) => ({ id, items: of('county', id).slice(0, 6) })),
  }));
  const oldestFirst = articles.toReversed();
  const apiPages = Array.from({ length: Math.ceil(articles.length / API_PAGE) }, (_, page) => ({
    page: page + 1,
    entries: oldestFirst.slice(page * API_PAGE, (page + 1) * API_PAGE),
  }));
  return { columnPages, unitPages, channelPages, feeds, apiPages };
}

const pick = ({ title, description, number, unit, column }) => ({ title, description, number, unit, column });

/** The newest page holds what has not filled a page yet and the newest full page; full pages are numbered from the oldest. */
function toColumnPages(unit, id, items) {
  const base = `${unit.path}${id}/`;
  const full = Math.max(0, Math.floor(items.length / PAGE) - 1);
  const newest = items.length - full * PAGE;
  const pages = [
    { unit, id, base, url: base, file: `${base}index.html`, count: items.length, items: items.slice(0, newest), older: full > 0 ? `${base}${full}.html` : undefined },
  ];
  for (let n = full; n > 0; n--) {
    const from = newest + (full - n) * PAGE;
    pages.push({
      unit,
      id,
      base,
      number: n,
      url: `${base}${n}.html`,
      file: `${base}${n}.html`,
      items: items.slice(from, from + PAGE),
      newer: n === full ? base : `${base}${n + 1}.html`,
      older: n > 1 ? `${base}${n - 1}.html` : undefined,
    });
  }
  return pages;
}
