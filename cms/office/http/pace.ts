import type { MiddlewareHandler } from 'hono';
import { refuse } from './answer.ts';
import type { OfficeEnv, OfficeParts } from './parts.ts';

/** So many requests of one person are answered within a window, from however many browsers. Somebody at work makes one or two a second. */
export const MOST = 1200;
/** In milliseconds. */
const WINDOW = 60_000;

/** Keeps one person, or a program with the person's login, from taking the office away from all others. */
export function pace({ clock }: Pick<OfficeParts, 'clock'>): MiddlewareHandler<OfficeEnv> {
  const windows = new Map<string, { begun: number; count: number }>();
  return async (c, next) => {
    const now = clock().getTime();
    const { id } = c.var.person;
    const known = windows.get(id);
    const window = known && now - known.begun < WINDOW && now >= known.begun ? known : { begun: now, count: 0 };
    windows.set(id, window);
    if (++window.count <= MOST) return next();
    const seconds = Math.ceil((window.begun + WINDOW - now) / 1000);
    c.header('Retry-After', `${seconds}`);
    return refuse(c, 429, `操作太频繁，没有办理。请过${seconds}秒再办。`);
  };
}
