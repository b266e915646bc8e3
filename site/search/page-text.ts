import { BREAK } from './fold.ts';

/** What is searched and shown of an entry's page. */
export interface PageText {
  title: string;
  /** YYYY-MM-DD */
  day: string;
  unit: string;
  /** Whether it is in force, open, over …, in a word; empty where there is nothing to say. */
  state: string;
  /** Index number. */
  number: string;
  /** What is searched when only titles are: title, document number and index number, a line each. */
  head: string;
  /** All that a citizen reads of the entry, a line for each block. */
  text: string;
  /** Where in it the body begins, after what heads it. */
  bodyAt: number;
  /** Attachments of which the site has a reading version. */
  readings: Attachment[];
}

/** An attachment, with the address of its reading version. */
export interface Attachment {
  title: string;
  href: string;
}

/** In what words are looked for: in title and numbers, or in the text as well. */
export const searchedIn = ({ head, text }: Pick<PageText, 'head' | 'text'>, part: 'title' | 'text'): string =>
  part === 'title' ? head : `${text}\n${head}`;

/** Tags that do not part words. */
export const INLINE = new Set('a b em strong del sup sub span time code i u mark small ins abbr wbr'.split(' '));
/** Parts of an entry's page that repeat it, or that nobody reads. */
export const LEFT_OUT = [
  { begin: '<nav class="contents"', end: '</nav>' },
  { begin: '<span class="file-hash">', end: '</span>' },
  { begin: '<p class="note">', end: '</p>' },
  { begin: '<a class="reading"', end: '</a>' },
];
const BODY = '<div class="body';

/** Reads the page of an entry as the renderer makes it; undefined for a page of another kind. */
export function readPage(html: string): PageText | undefined {
  const from = html.indexOf('<article class="entry');
  const to = html.indexOf('<footer class="responsibility">', from);
  if (from < 0 || to < 0) return undefined;
  const whole = html.slice(from, to);
  const article = LEFT_OUT.reduce(leaveOut, whole);
  const title = toText(between(article, '<h1>', '</h1>')).trim();
  const documentNumber = toText(between(article, '<dt>发文字号</dt><dd>', '</dd>')).trim();
  const responsible = html.slice(to, html.indexOf('</footer>', to));
  const number = toText(between(responsible, '<span>索引号：', '</span>')).trim();
  const body = Math.max(article.indexOf(BODY), article.indexOf('</header>'));
  const heading = toText(article.slice(0, body));
  return {
    title,
    day: between(article, '<time datetime="', '"').slice(0, 10),
    unit: toText(between(responsible, '<span>责任单位：', '</span>')).trim(),
    state: toText(between(article.slice(0, article.indexOf('</header>')), '<span class="badge ', '</span>').replace(/^[^>]*>/u, '')),
    number,
    head: [title, documentNumber, number].filter(Boolean).join('\n'),
    text: heading + toText(article.slice(body)),
    bodyAt: heading.length,
    readings: [...whole.matchAll(READING)].map(([, href, title]) => ({ href: decode(href!), title: decode(title!) })),
  };
}

const READING = /<a class="reading" href="([^"]*)" aria-label="网页版：《([^"]*)》"/gu;

export function between(html: string, before: string, after: string): string {
  const at = html.indexOf(before);
  if (at < 0) return '';
  const from = at + before.length;
  const to = html.indexOf(after, from);
  return to < 0 ? '' : html.slice(from, to);
}

function leaveOut(html: string, { begin, end }: (typeof LEFT_OUT)[number]): string {
  let rest = html;
  for (let at = rest.indexOf(begin); at >= 0; at = rest.indexOf(begin, at))
    rest = rest.slice(0, at) + rest.slice(rest.indexOf(end, at) + end.length);
  return rest;
}

/** The text of HTML that this project made: a new line for every tag that parts words. */
export function toText(html: string): string {
  let text = '';
  let at = 0;
  for (;;) {
    const tag = html.indexOf('<', at);
    if (tag < 0) return text + decode(html.slice(at));
    text += decode(html.slice(at, tag));
    const name = /^<\/?([a-z0-9]+)/iu.exec(html.slice(tag, tag + 16))?.[1]?.toLowerCase();
    if (!name || !INLINE.has(name)) text += String.fromCharCode(BREAK);
    at = endOfTag(html, tag);
  }
}

/** Where a tag ends: quotes may hold the sign that ends it. */
export function endOfTag(html: string, from: number): number {
  let at = from + 1;
  for (;;) {
    const end = html.indexOf('>', at);
    if (end < 0) return html.length;
    const quote = html.indexOf('"', at);
    if (quote < 0 || quote > end) return end + 1;
    const close = html.indexOf('"', quote + 1);
    if (close < 0) return html.length;
    at = close + 1;
  }
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const REFERENCE = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{1,8});/giu;

function decode(text: string): string {
  // A line that the source breaks is no break.
  const line = text.includes('\n') ? text.replaceAll('\n', ' ') : text;
  return line.includes('&') ? line.replace(REFERENCE, (whole) => decodeReference(whole) ?? whole) : line;
}

/** The character that a reference such as `&amp;` stands for; undefined for what is none. */
export function decodeReference(reference: string): string | undefined {
  const name = reference.slice(1, -1);
  const code = /^#\d+$/u.test(name) ? Number(name.slice(1)) : /^#x[0-9a-f]+$/iu.test(name) ? Number.parseInt(name.slice(2), 16) : undefined;
  if (code === undefined) return NAMED[name.toLowerCase()];
  return code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}
