import type { APIRoute } from 'astro';
import { listOf } from '../../cms/library/lists.ts';
import { COLUMN_KINDS } from '../../cms/model/column.ts';
import { types } from '../../cms/model/types/index.ts';
import { CATALOGUE } from '../data/dcat.ts';
import type { PageProps } from '../routes.ts';

/** What the JSON interface offers, and where. */
export const GET: APIRoute = ({ locals: { library, props } }) => {
  const portal = library.portal!;
  return Response.json({
    name: portal.name,
    site_code: portal.site_code,
    licence: '政府信息，免费使用，使用时注明来源',
    count: library.count(listOf.all),
    entries: (props as PageProps['api-index']).lists,
    units: '/api/units.json',
    datasets: CATALOGUE,
    schema: '/api/schema.json',
    types: Object.fromEntries(types.map(({ name, label }) => [name, label])),
    columns: library.columns().map(({ id, name, kind, description }) => ({ id, name, kind: COLUMN_KINDS[kind], description })),
  });
};
