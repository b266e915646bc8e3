import type { PageKind } from '../../../subjects/page.ts';

const SITE = ['SiteName', 'SiteDomain', 'SiteIDCode'];
const COLUMN = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
const ITEM = ['ArticleTitle', 'PubDate', 'ContentSource'];

/** Tags that a page must have, by the table of 国办发〔2017〕47号 (STD-META-01..10). */
export const requiredOn = (kind: PageKind): string[] => [...SITE, ...COLUMN, ...(kind === 'item' ? ITEM : [])];

/** Tags that only the page of an entry has; `Description` is common on all pages. */
export const ITEM_TAGS: ReadonlySet<string> = new Set([...ITEM, 'Author', 'Image', 'Url']);

interface Shape {
  pattern: RegExp;
  words: string;
}
const ANY: Shape = { pattern: /\S/u, words: '' };

/** What the value of each national tag looks like. */
export const SHAPES: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ...[...SITE, ...COLUMN, ...ITEM, 'Keywords', 'Author', 'Description'].map((tag): [string, Shape] => [tag, ANY]),
  ['SiteDomain', { pattern: /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/u, words: '只写域名，不带 https:// 和路径' }],
  ['SiteIDCode', { pattern: /^(?:\d{10}|bm\d{8})$/u, words: '写十位网站标识码' }],
  ['PubDate', { pattern: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]) (?:[01]\d|2[0-3]):[0-5]\d$/u, words: '写成“年-月-日 时:分”' }],
  ['ColumnKeywords', { pattern: /^[^，、；;]*$/u, words: '多个关键词用半角逗号隔开' }],
  ['Keywords', { pattern: /^[^，、；;]*$/u, words: '多个关键词用半角逗号隔开' }],
  ['Image', { pattern: /^https:\/\/[^\s/]+\/\S+$/u, words: '写完整的图片网址' }],
  ['Url', { pattern: /^https:\/\/[^\s/]+\/\S+$/u, words: '写完整的网址' }],
]);
