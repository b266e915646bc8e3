import site from '../../../data/site.json';
import { toLists } from '../../../parts/lists.mjs';

export async function getStaticPaths() {
  const { apiPages } = await toLists();
  return apiPages.map(({ page, entries }) => ({ params: { page: String(page) }, props: { page, entries } }));
}

export const GET = ({ props: { page, entries } }) =>
  Response.json({
    page,
    entries: entries.map(({ data }) => ({
      url: site.origin + data.url,
      unit: data.unit,
      type: 'news',
      title: data.title,
      column: data.column,
      index_number: data.number,
      published_at: data.date.slice(0, 16).replace('T', ' '),
      summary: data.description,
    })),
  });
