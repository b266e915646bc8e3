import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Queue } from '../../library/queue.ts';
import { TOO_MUCH_AT_ONCE, UPLOAD_LIMITS } from '../../model/upload-limits.ts';
import { refuse } from './answer.ts';
import type { OfficeEnv } from './parts.ts';

const MB = 1_000_000;
/** Where an entry is saved together with its new attachments. */
const UPLOAD = '/api/content/entry';
/** Saves of more bytes are taken in one after the other: in memory each takes five times its size. */
const LARGE = 4 * MB;
/** So many of them may be under way or wait. */
const IN_LINE = 5;

const upTo = (bytes: number, words: string): MiddlewareHandler<OfficeEnv> =>
  bodyLimit({ maxSize: bytes, onError: (c) => refuse(c, 413, words) });

/** What somebody may send who is not logged in. */
export const strangersLimit = upTo(16_000, '提交的内容太长，没有办理。');

const uploadLimit = upTo(UPLOAD_LIMITS.save, TOO_MUCH_AT_ONCE);
const usualLimit = upTo(4 * MB, '提交的内容超过 4 MB，没有办理。请删减以后重新提交。');

/** What somebody may send who is logged in. What waits in line is not read yet, and stays with whoever sends it. */
export function membersLimit(): MiddlewareHandler<OfficeEnv> {
  const line = new Queue();
  let length = 0;
  return async (c, next) => {
    if (c.req.path !== UPLOAD) return usualLimit(c, next);
    const size = c.req.header('Transfer-Encoding') === undefined ? Number(c.req.header('Content-Length') ?? 0) : Number.NaN;
    if (size <= LARGE || size > UPLOAD_LIMITS.save) return uploadLimit(c, next);
    if (length >= IN_LINE) return refuse(c, 503, '现在有好几个人在保存大附件，没有保存。过一两分钟再保存一次；内容还留在这一页上。');
    length++;
    try {
      return await line.run(async () => uploadLimit(c, next));
    } finally {
      length--;
    }
  };
}
