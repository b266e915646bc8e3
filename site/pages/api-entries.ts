import type { APIRoute } from 'astro';
import { entryPath, filePath, toHref } from '../paths.ts';
import type { PageProps } from '../routes.ts';

/** The entries of a unit and a year with the same serial numbers in each month, with every field and file. */
export const GET: APIRoute = ({ locals: { library, props } }) => {
  const { code, year, part } = props as PageProps['api-entries'];
  const origin = `https://${library.portal!.host}`;
  return Response.json({
    code,
    year,
    part,
    entries: library.publicRecord.items({ code, year, part }).map(({ number, unit, type, data }) => {
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
