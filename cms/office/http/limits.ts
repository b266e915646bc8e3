import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { refuse } from './answer.ts';
import type { OfficeEnv } from './parts.ts';

const MB = 1_000_000;
/** Where an entry is saved together with its new attachments. */
const UPLOAD = '/api/content/entry';

const upTo = (bytes: number, words: string): MiddlewareHandler<OfficeEnv> =>
  bodyLimit({ maxSize: bytes, onError: (c) => refuse(c, 413, words) });

/** What somebody may send who is not logged in. */
export const strangersLimit = upTo(16_000, '发来的内容太长，没有办理。');

const uploadLimit = upTo(300 * MB, '一次最多保存 300 MB。附件分几次放，每放一些就保存一次。');
const usualLimit = upTo(4 * MB, '发来的内容超过 4 MB，没有办理。减少一些再办。');

/** What somebody may send who is logged in. */
export const membersLimit: MiddlewareHandler<OfficeEnv> = (c, next) => (c.req.path === UPLOAD ? uploadLimit : usualLimit)(c, next);
