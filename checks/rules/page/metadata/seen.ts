import { attribute, find, textOf } from '../../../subjects/elements.ts';
import type { Page } from '../../../subjects/page.ts';

interface Seen {
  tag: string;
  /** What the tag is held against, in words. */
  other: string;
  /** Values that agree with it. */
  values: string[];
}

/** What tags must agree with: the home page, and what a reader sees (STD-META-21, -22). */
export function seenOn(page: Page): Seen[] {
  const { site, tree, kind } = page;
  const seen: Seen[] = [
    { tag: 'SiteName', other: '首页', values: [site.name] },
    { tag: 'SiteDomain', other: '首页', values: [site.domain] },
    { tag: 'SiteIDCode', other: '首页', values: [site.code] },
  ];
  if (kind === 'home') seen.push({ tag: 'ColumnName', other: '“首页”二字', values: ['首页'] });
  if (kind !== 'item') return seen;
  const main = find(tree, 'main')[0] ?? tree;
  const text = textOf(main);
  const crumbs = find(tree, 'nav').filter((nav) => !find(main, 'nav').includes(nav));
  const canonical = find(tree, 'link').find((link) => attribute(link, 'rel') === 'canonical');
  return [
    ...seen,
    { tag: 'ArticleTitle', other: '正文标题', values: find(main, 'h1').map(textOf) },
    { tag: 'PubDate', other: '页面上的发布时间', values: datesIn(text) },
    {
      tag: 'ContentSource',
      other: '页面上的来源',
      values: find(main, 'span', 'p', 'dd', 'li').map((each) => textOf(each).replace(/^(?:信息)?来源[：:]\s*/u, '')),
    },
    { tag: 'ColumnName', other: '页面上的栏目名称', values: crumbs.flatMap((nav) => find(nav, 'a', 'li', 'span').map(textOf)) },
    { tag: 'Url', other: '规范网址', values: [(canonical && attribute(canonical, 'href')) ?? ''] },
  ];
}

const datesIn = (text: string): string[] =>
  [...text.matchAll(/发布(?:时间|日期)[：:]?\s*(\d{4}-\d{2}-\d{2} \d{2}:\d{2})/gu)].map(([, date = '']) => date);
