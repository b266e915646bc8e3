import type { APIRoute } from 'astro';
import { z } from 'zod';
import { chainHeadSchema, recordFileSchema } from '../../cms/model/public-record.ts';

/** What the files of the record look like (JSON Schema). */
export const GET: APIRoute = () => Response.json({ record_file: z.toJSONSchema(recordFileSchema), head: z.toJSONSchema(chainHeadSchema) });
