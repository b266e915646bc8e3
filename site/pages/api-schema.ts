import type { APIRoute } from 'astro';
import { toApiSchema } from '../data/api-schema.ts';

/** What the files of the JSON interface look like. */
export const GET: APIRoute = ({ locals: { library } }) => Response.json(toApiSchema(`https://${library.portal!.host}`));
