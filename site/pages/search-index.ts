import type { APIRoute } from 'astro';
import { listOf } from '../../cms/library/lists.ts';
import { bitsFor } from '../search/paths.ts';
import type { Manifest } from '../search/search.ts';

/** What the search page must know before it looks for anything. */
export const GET: APIRoute = ({ locals: { library } }) => {
  const entries = library.count(listOf.all);
  const [oldest] = library.slice(listOf.all, 0, 1);
  const [newest] = library.latest(listOf.all, 1);
  const [first, last] = [oldest, newest].map((item) => Number(item?.publishedAt.slice(0, 4)));
  const years = oldest ? Array.from({ length: last! - first! + 1 }, (_, at) => String(last! - at)) : [];
  return Response.json({ entries, years, bits: bitsFor(entries) } satisfies Manifest);
};
