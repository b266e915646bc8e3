import type { APIRoute } from 'astro';
import { listOf } from '../../cms/library/lists.ts';
import type { PageProps } from '../routes.ts';
import { ENTRIES_PER_FILE } from '../search/paths.ts';

/** Index numbers of entries, counted from the oldest: the search index names entries by their positions. */
export const GET: APIRoute = ({ locals: { library, props } }) => {
  const { file } = props as PageProps['search-entries'];
  return Response.json(library.numbersIn(listOf.all, file * ENTRIES_PER_FILE, (file + 1) * ENTRIES_PER_FILE));
};
