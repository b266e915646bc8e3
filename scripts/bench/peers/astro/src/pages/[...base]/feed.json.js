import site from '../../data/site.json';

export { getStaticPaths } from '../../parts/feed-paths.mjs';

export function GET({ props: { feed } }) {
  const { base, title, items } = feed;
  return Response.json({
    version: 'https://jsonfeed.org/version/1.1',
    title: `${title}_${site.portal.name}`,
    home_page_url: site.origin + base,
    feed_url: `${site.origin}${base}feed.json`,
    language: 'zh-CN',
    items: items.map(({ data }) => ({
      id: site.origin + data.url,
      url: site.origin + data.url,
      title: data.title,
      summary: data.description,
      content_text: data.description,
      date_published: data.date,
      authors: [{ name: site.unit[data.unit].name }],
      tags: [],
    })),
  });
}
