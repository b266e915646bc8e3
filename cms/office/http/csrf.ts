import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { Refusal } from '../store/refusal.ts';
import { ownOrigin } from './address.ts';
import { isApi } from './answer.ts';
import type { OfficeEnv, OfficeParts } from './parts.ts';

const isReading = (method: string) => method === 'GET' || method === 'HEAD';

/** Whatever changes something must come from a page of the office: browsers say where a request comes from. */
export const fromOwnPage =
  (parts: OfficeParts): MiddlewareHandler<OfficeEnv> =>
  async (c, next) => {
    if (!isReading(c.req.method)) {
      const origin = c.req.header('Origin');
      const site = c.req.header('Sec-Fetch-Site');
      const isOwn = (origin === undefined || origin === ownOrigin(c, parts)) && (site === undefined || site === 'same-origin');
      if (!isOwn || (origin === undefined && site === undefined))
        throw new Refusal('forbidden', '这个请求不是从办公平台的页面发出的，没有办理。打开办公平台再办。');
    }
    await next();
  };

/** Forms must send back what their session was given. */
export const fromOwnForm: MiddlewareHandler<OfficeEnv> = async (c, next) => {
  if (!isReading(c.req.method) && !isApi(c)) {
    const { csrf } = await c.req.parseBody();
    const [given, own] = [Buffer.from(typeof csrf === 'string' ? csrf : ''), Buffer.from(c.var.csrf)];
    if (given.length !== own.length || !timingSafeEqual(given, own))
      throw new Refusal('forbidden', '这一页是以前登录时打开的，没有办理。返回上一页，刷新以后再办。');
  }
  await next();
};
