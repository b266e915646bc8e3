import type { APIRoute } from 'astro';
import type { PageProps } from '../routes.ts';

/** The files that tell of a unit's entries. */
export const GET: APIRoute = ({ locals: { props } }) => Response.json(props as PageProps['api-unit']);
