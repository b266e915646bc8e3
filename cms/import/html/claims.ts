import type { Root } from 'hast';
import { toMinute } from '../dates.ts';
import type { Claims } from '../reading.ts';
import { allElements, attribute, findElement, isElement, wordsOf } from './tree.ts';

/** What a page's meta tags and head say of the document. */
export function readPageClaims(tree: Root, source: string): Claims {
  const meta = new Map<string, string>();
  for (const element of allElements(tree)) {
    if (!isElement(element, 'meta')) continue;
    const name = (attribute(element, 'name') || attribute(element, 'property')).toLowerCase();
    const content = attribute(element, 'content').replace(/\s+/gu, ' ').trim();
    if (name && content && !meta.has(name)) meta.set(name, content);
  }
  const link = findElement(tree, (element) => isElement(element, 'link') && attribute(element, 'rel') === 'canonical');
  const saved = /<!-- saved from url=\(\d+\)(\S+) -->/u.exec(source)?.[1];
  const address = [link && attribute(link, 'href'), meta.get('og:url'), saved].find(
    (url) => url && /^https?:\/\/[^\s<>"]{3,300}$/u.test(url),
  );
  return {
    title: titleOf(tree, meta),
    published: toMinute(meta.get('pubdate') ?? ''),
    source: meta.get('contentsource'),
    source_url: address,
  };
}

function titleOf(tree: Root, meta: Map<string, string>): string | undefined {
  const given = meta.get('articletitle') ?? meta.get('og:title');
  if (given) return given;
  const headings = allElements(tree)
    .filter((element) => isElement(element, 'h1'))
    .map((heading) => wordsOf(heading).replace(/\s+/gu, ' ').trim());
  const heading = headings.filter((words) => words.length >= 4);
  if (heading.length === 1) return heading[0];
  const title = findElement(tree, (element) => isElement(element, 'title'));
  const parts = title
    ? wordsOf(title)
        .split(SEPARATOR)
        .map((part) => part.replace(/\s+/gu, ' ').trim())
    : [];
  return parts.filter((part) => part.length >= 4 && !/(?:网|网站|门户|平台|首页|栏目)$/u.test(part)).sort((a, b) => b.length - a.length)[0];
}

/** Between an article's title and a site's name; a hyphen within a title, as in 2021-2025年, is none. */
const SEPARATOR = /[_|｜]|\s[-–—]\s|-(?=[^-\d]*(?:政府|网|门户|平台)[^-]*$)/u;
