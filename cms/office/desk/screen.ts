import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { publish } from '../http/assets.ts';
import { type Html, page } from '../http/page.ts';
import type { Asking } from './desk.ts';

const STYLE = publish(new URL('desk.css', import.meta.url));

/** A screen of the desk in the office's layout. */
export const screen = (c: Asking, title: string, body: Html, status: ContentfulStatusCode = 200): Response | Promise<Response> =>
  page(c, { title, body, status, style: STYLE });
