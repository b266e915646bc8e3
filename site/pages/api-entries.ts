import type { APIRoute } from 'astro';
import { listOf } from '../../cms/library/lists.ts';
import { entryPath, filePath, toHref } from '../paths.ts';
import { API_PAGE, type PageProps } from '../routes.ts';

/** One hundred entries, counted from the oldest, with every field and file. */
export const GET: APIRoute = ({ locals: { library, props } }) => {
  const { page } = props as PageProps['api-entries'];
  const origin = `https://${library.portal!.host}`;
  const items = library.slice(listOf.all, (page - 1) * API_PAGE, page * API_PAGE);
  return Response.json({
    page,
    entries: items.map(({ number, unit, type, data }) => {
      const { attachments, cover: _, ...fields } = data;
      const files = attachments ? library.entry(number)?.files : undefined;
      return {
        url: origin + entryPath(number),
        unit,
        type,
        ...fields,
        ...(attachments && {
          attachments: attachments.map(({ file, title }) => {
            const { size, sha256 } = files?.get(file) ?? {};
            return { title, url: origin + toHref(filePath(number, file)), size, sha256 };
          }),
        }),
      };
    }),
  });
};
