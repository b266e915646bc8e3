import type { Context, MiddlewareHandler } from 'hono';
import { html, raw } from 'hono/html';
import { isApi, refuse } from './answer.ts';
import type { Logins } from './logins.ts';
import type { OfficeEnv } from './parts.ts';

/** Lets nobody past who is not logged in, and tells everything behind it who it is. */
export const onlyLoggedIn =
  (logins: Logins): MiddlewareHandler<OfficeEnv> =>
  async (c, next) => {
    const found = await logins.current(c);
    if (!found) return askToLogIn(c);
    c.set('person', found.person);
    c.set('csrf', found.csrf);
    await next();
  };

function askToLogIn(c: Context<OfficeEnv>): Response | Promise<Response> {
  if (isApi(c)) return refuse(c, 401, '登录已经失效。请重新登录再办。');
  if (c.req.method !== 'GET') return refuse(c, 401, '登录已经失效，没有办理。请重新登录再办。');
  if (c.req.header('Sec-Fetch-Site') === 'cross-site' && c.req.header('Sec-Fetch-Mode') === 'navigate') return comeAgain(c);
  const { pathname, search } = new URL(c.req.url);
  const to = `${pathname}${search}`;
  return c.redirect(to === '/' ? '/login' : `/login?to=${encodeURIComponent(to)}`, 303);
}

/** Led here from elsewhere, as by a link in a mail, the browser keeps the session's cookie back; from a page of ours it brings it. */
export const comeAgain = (c: Context<OfficeEnv>, to?: string): Response | Promise<Response> =>
  c.html(
    html`${raw('<!doctype html>')}<html lang="zh-CN"><meta charset="utf-8"><title>正在打开</title><meta http-equiv="refresh" content="0${to ? `;url=${to}` : ''}"><p>正在打开办公平台。</p></html>`,
  );
