import { getCollection } from 'astro:content';
import site from '../data/site.json';

const PAGE = 20;
const API_PAGE = 100;
let lists;

/** Every list of the site, worked out once: getCollection walks all articles on each call. */
export const toLists = () => (lists ??= make());

async function make() {
  const articles = (await getCollection('articles')).sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
  const byColumn = Map.groupBy(articles, ({ data }) => `${data.unit}/${data.column}`);
  const byUnit = Map.groupBy(articles, ({ data }) => data.unit);
  const ofColumn = (unit, column) => byColumn.get(`${unit}/${column}`) ?? [];
  const ofUnit = (unit) => byUnit.get(unit) ?? [];
  const feeds = [{ base: '/', title: '全部信息', items: articles.slice(0, PAGE) }];
  const columnPages = [];
  for (const unit of site.units) {
    if (unit.kind !== 'county') feeds.push({ base: unit.path, title: unit.name, items: ofUnit(unit.id).slice(0, PAGE) });
    for (const id of unit.columns) {
      columnPages.push(...toColumnPages(unit, id, ofColumn(unit.id, id)));
      feeds.push({ base: `${unit.path}${id}/`, title: `${unit.short_name}　${site.column[id].name}`, items: ofColumn(unit.id, id).slice(0, PAGE) });
    }
  }
  const oldestFirst = articles.toReversed();
  const apiPages = Array.from({ length: Math.ceil(articles.length / API_PAGE) }, (_, page) => ({
    page: page + 1,
    entries: oldestFirst.slice(page * API_PAGE, (page + 1) * API_PAGE),
  }));
  return { articles, ofColumn, ofUnit, columnPages, feeds, apiPages };
}

const keyOf = ({ data }) => data.date + data.number;

/** The newest page holds what has not filled a page yet and the newest full page; full pages are numbered from the oldest. */
function toColumnPages(unit, id, items) {
  const base = `${unit.path}${id}/`;
  const full = Math.max(0, Math.floor(items.length / PAGE) - 1);
  const newest = items.length - full * PAGE;
  const pages = [{ unit, id, base, url: base, count: items.length, items: items.slice(0, newest), older: full > 0 ? `${base}${full}.html` : undefined }];
  for (let page = full; page > 0; page--) {
    const from = newest + (full - page) * PAGE;
    pages.push({
      unit,
      id,
      base,
      page,
      url: `${base}${page}.html`,
      items: items.slice(from, from + PAGE),
      newer: page === full ? base : `${base}${page + 1}.html`,
      older: page > 1 ? `${base}${page - 1}.html` : undefined,
    });
  }
  return pages;
}
