import type { APIRoute } from 'astro';
import { listOf } from '../../cms/library/lists.ts';
import { toExcerpt } from '../body/excerpt.ts';
import { toTimestamp } from '../dates.ts';
import { CLAIM, toView } from '../entry-view.ts';
import { toCorrections } from '../record/to-corrections.ts';
import type { PageProps } from '../routes.ts';
import { escapeXml } from '../xml.ts';

/** Entries in a feed. */
const MOST = 20;

export const GET: APIRoute = ({ locals: { library, props } }) => {
  const { title, list, of, format } = props as PageProps['feed'];
  const portal = library.portal!;
  const origin = `https://${portal.host}`;
  const entries = library.latest(list, MOST).flatMap((item) => {
    const view = toView(library, item);
    const claimed = item.data.imported?.claimed_on;
    const said = claimed === undefined ? '' : `（由旧网站导入，${CLAIM}的发布日期 ${claimed}）`;
    const summary = said + (item.data.summary ?? toExcerpt(library.entry(item.number)?.body ?? ''));
    if (!view) return [];
    const correction = toCorrections(library, item).findLast(({ at }) => at !== undefined);
    const date = toTimestamp(item.publishedAt);
    const corrected = correction && { corrected: toTimestamp(correction.at!), correction: `更正：${correction.note}` };
    return [{ ...view, url: origin + view.href, summary, date, ...corrected }];
  });
  const name = `${title}_${portal.name}`;
  // One feed prints the head of the chain; on every one of them it would make them all again with each publication.
  const chain = list === listOf.all ? library.acts.chain : undefined;
  if (format === 'json')
    return Response.json({
      version: 'https://jsonfeed.org/version/1.1',
      title: name,
      home_page_url: origin + of,
      feed_url: `${origin}${of}feed.json`,
      language: 'zh-CN',
      ...(chain && { _record: { head: chain.commit, at: chain.at, about: `${origin}/record/` } }),
      items: entries.map(({ item, url, title: itemTitle, summary, date, corrected, correction, unit }) => ({
        id: url,
        url,
        title: itemTitle,
        summary,
        content_text: correction === undefined ? summary : `${correction}\n\n${summary}`,
        date_published: date,
        ...(corrected !== undefined && { date_modified: corrected }),
        ...(item.data.imported && { _imported: item.data.imported }),
        authors: [{ name: unit.name }],
        tags: item.data.keywords ?? [],
      })),
    });
  const updated =
    entries
      .flatMap(({ date, corrected = date }) => [date, corrected])
      .sort()
      .at(-1) ?? '2000-01-01T00:00:00+08:00';
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<id>${origin}${of}feed.xml</id><title>${escapeXml(name)}</title><updated>${updated}</updated>`,
    `<link rel="self" href="${origin}${of}feed.xml"/><link rel="alternate" href="${origin}${of}"/>`,
    `<author><name>${escapeXml(portal.name)}</name></author>`,
    ...(chain ? [`<link rel="related" href="${origin}/record/" title="责任记录链头 ${chain.commit} ${chain.at}"/>`] : []),
    ...entries.map(
      ({ url, title: itemTitle, summary, date, corrected = date, correction, unit }) =>
        `<entry><id>${url}</id><title>${escapeXml(itemTitle)}</title><link href="${url}"/><published>${date}</published><updated>${corrected}</updated><author><name>${escapeXml(unit.name)}</name></author><summary>${escapeXml(correction === undefined ? summary : `${correction} ${summary}`)}</summary></entry>`,
    ),
    '</feed>\n',
  ];
  return new Response(lines.join('\n'));
};
