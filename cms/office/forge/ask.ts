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

/**
 * Asks a forge's API for something, or, with a body, has it make something. @throws ForgeError
 * @param path from the API's own address
 */
export async function ask<T>({ api, token }: ForgePlace, path: string, shape: z.ZodType<T>, body?: object): Promise<T> {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json', ...(body && { 'content-type': 'application/json' }) };
  const request = { headers, redirect: 'error' as const, signal: AbortSignal.timeout(PATIENCE) };
  const answer = await fetch(api + path, { ...request, ...(body && { method: 'POST', body: JSON.stringify(body) }) }).catch(() => {
    throw new ForgeError('代码平台没有回答。');
  });
  if (!answer.ok) throw new ForgeError(`代码平台回答 ${answer.status}。`);
  const said = shape.safeParse(await answer.json().catch(() => undefined));
  if (!said.success) throw new ForgeError('代码平台的回答看不懂。');
  return said.data;
}

/** All items of a list. */
export async function askAll<T>(place: ForgePlace, path: string, shape: z.ZodType<T[]>): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; page <= PAGES; page++) {
    const some = await ask(place, `${path}${path.includes('?') ? '&' : '?'}limit=${PAGE}&per_page=${PAGE}&page=${page}`, shape);
    all.push(...some);
    if (some.length < PAGE) break;
  }
  return all;
}
