import type { Root } from 'hast';
import { toDay } from '../dates.ts';
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

/** YYYY-MM-DD, with HH:MM when the text gives it. */
export function toMinute(text: string): string | undefined {
  const [day = '', time = ''] = text.trim().split(/(?<=[\d日])[ T]+(?=\d)/u);
  const known = toDay(day);
  return known && (/^(?:[01]\d|2[0-3]):[0-5]\d/u.test(time) ? `${known} ${time.slice(0, 5)}` : known);
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
  const first =
    title &&
    wordsOf(title)
      .split(/\s*[_|\-—–]{1,2}\s*(?=\S)/u)[0]
      ?.trim();
  return first && first.length >= 4 ? first : undefined;
}
