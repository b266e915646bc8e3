import type { APIRoute } from 'astro';
import { toCatalogue } from '../data/dcat.ts';

/** The catalogue of open data for other catalogues. */
export const GET: APIRoute = ({ locals: { library } }) => Response.json(toCatalogue(library));
