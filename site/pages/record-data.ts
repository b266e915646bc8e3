import type { APIRoute } from 'astro';
import type { RecordFile } from '../../cms/library/addresses.ts';
import { toNamer, toRecord } from '../record/to-record.ts';

/** The records of one file, for machines; `/record/schema.json` says what they look like. */
export const GET: APIRoute = ({ locals: { library, props } }) => {
  const { code, year, part } = props as RecordFile;
  const name = toNamer(library);
  const records = library.publicRecord.entries({ code, year, part }).map((each) => toRecord(library, each, name));
  return Response.json({ unit: code, year, part, records });
};
