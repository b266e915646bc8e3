import type { Context, MiddlewareHandler } from 'hono';
import { refuse } from './answer.ts';
import type { OfficeEnv, OfficeParts } from './parts.ts';

type Asked = Context<OfficeEnv>;

const OWN_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/u;

/** Origin of the office as a browser must have it. */
export const ownOrigin = (c: Asked, { address }: OfficeParts): string => address?.origin ?? new URL(c.req.url).origin;

/**
 * Answers only to the office's own name, so that no other site can pass for it by pointing a name of its own here.
 * @see https://owasp.org/www-community/attacks/DNS_Rebinding
 */
export const ownName =
  ({ address }: OfficeParts): MiddlewareHandler<OfficeEnv> =>
  async (c, next) => {
    const { host, hostname } = new URL(c.req.url);
    if (address ? host !== address.host : !OWN_NAMES.has(hostname)) {
      const words = address ? `请用 ${address.origin} 打开办公平台。` : '办公平台只在本机打开，地址是 http://127.0.0.1 加端口号。';
      return refuse(c, 421, words);
    }
    await next();
  };

/**
 * Where a request comes from. What a proxy says is believed only when there is one, on this machine, and only the last
 * address, which the proxy wrote itself.
 */
export function clientOf(c: Asked, { address }: OfficeParts): string {
  const peer = c.env?.incoming?.socket.remoteAddress ?? '';
  const forwarded = c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim();
  return address && LOOPBACK.test(peer) && forwarded ? forwarded.slice(0, 45) : peer;
}
