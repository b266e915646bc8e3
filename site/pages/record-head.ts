import type { APIRoute } from 'astro';
import { toPublicHead } from '../record/to-public-head.ts';

/** The head of the chain of signed commits, as it is printed every day. */
export const GET: APIRoute = ({ locals: { library } }) => Response.json(toPublicHead(library));
