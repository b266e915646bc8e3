import type { z } from 'zod';
import { ForgeError } from './forge.ts';

export interface ForgePlace {
  /** Without a final `/`. */
  api: string;
  project: string;
  token: string;
}

/** How long a forge may take to answer, in milliseconds. */
const PATIENCE = 10_000;
/** Items that a page of a list has, and pages that are read. */
const [PAGE, PAGES] = [50, 40];

/** What people can do about an answer. */
const ADVICE: Readonly<Record<number, string>> = {
  401: '令牌不对，或者已经过期，换一个令牌。',
  403: '令牌的权限不够，或者问得太勤。核对令牌的权限。',
  404: '没有这个项目，或者令牌看不到它。核对 api、project 和令牌的权限。',
  429: '问得太勤，过一会儿再试。',
};
const MOVED = '它要转到别的地址，没有跟过去，令牌只给设置里的地址。核对 api 的地址。';
const UNREADABLE = '代码平台的回答看不懂。核对 api 的地址：要写到 API 为止，不是网页的地址。';

/** Something that a forge is to make or to change. */
interface Change {
  method: 'POST' | 'PUT';
  body: object;
}

/**
 * Asks a forge's API for something, or has it make or change something. @throws ForgeError
 * @param path from the API's own address
 */
export const ask = async <T>(place: ForgePlace, path: string, shape: z.ZodType<T>, change?: Change): Promise<T> =>
  (await request(place, path, shape, change)).value;

/** All items of a list. @throws ForgeError, also when there are more than can be read */
export async function askAll<T>(place: ForgePlace, path: string, shape: z.ZodType<T[]>): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; page <= PAGES; page++) {
    const asked = `${path}${path.includes('?') ? '&' : '?'}limit=${PAGE}&per_page=${PAGE}&page=${page}`;
    const { value, hasNext } = await request(place, asked, shape);
    all.push(...value);
    // A forge may give fewer at a time than it is asked for.
    if (!(hasNext ?? value.length >= PAGE)) return all;
  }
  throw new ForgeError(`代码平台上打开的合并请求超过 ${PAGE * PAGES} 个，读不完。关掉不要的。`);
}

async function request<T>({ api, token }: ForgePlace, path: string, shape: z.ZodType<T>, change?: Change) {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json', ...(change && { 'content-type': 'application/json' }) };
  const options = { headers, redirect: 'manual' as const, signal: AbortSignal.timeout(PATIENCE) };
  const { answer, text } = await fetch(api + path, {
    ...options,
    ...(change && { method: change.method, body: JSON.stringify(change.body) }),
  })
    .then(async (response) => ({ answer: response, text: await response.text() }))
    .catch(() => {
      throw new ForgeError('代码平台没有回答。');
    });
  const { status } = answer;
  if (status >= 300 && status < 400) throw new ForgeError(`代码平台回答 ${status}。${MOVED}`, status);
  if (!answer.ok) throw new ForgeError(`代码平台回答 ${status}。${ADVICE[status] ?? ''}`, status, /already exists/u.test(text));
  const said = shape.safeParse(toJson(text));
  if (!said.success) throw new ForgeError(UNREADABLE);
  const link = answer.headers.get('link');
  return { value: said.data, hasNext: link === null ? undefined : /rel="?next"?/u.test(link) };
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Has a forge make something, unless it is there already. @throws ForgeError */
export async function make<T>(place: ForgePlace, path: string, shape: z.ZodType<T>, body: object): Promise<void> {
  try {
    await ask(place, path, shape, { method: 'POST', body });
  } catch (error) {
    if (!(error instanceof ForgeError) || !error.isOfOne || !error.isThere) throw error;
  }
}
