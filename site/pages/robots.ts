import type { APIRoute } from 'astro';
import { INDEX } from '../search/paths.ts';

/** Everything may be read by everybody; the index of the search page is of no use to others. */
export const GET: APIRoute = ({ locals: { library } }) =>
  new Response(`User-agent: *\nAllow: /\nDisallow: ${INDEX}\n\nSitemap: https://${library.portal!.host}/sitemap.xml\n`);
