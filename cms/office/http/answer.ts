import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { html } from 'hono/html';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { placesOf } from '../../library/places-of.ts';
import type { ReviewFinding } from '../review.ts';
import { Refusal } from '../store/refusal.ts';
import { page } from './page.ts';
import type { OfficeEnv } from './parts.ts';

type Answer = Context<OfficeEnv>;

const STATUS = { wrong: 400, forbidden: 403, missing: 404, conflict: 409, state: 409, refused: 422, failed: 503 } as const;
const TITLES: Partial<Record<ContentfulStatusCode, string>> = {
  401: '没有登录',
  404: '没有找到',
  413: '内容过大',
  422: '检查没有通过',
  429: '操作太频繁',
  500: '系统出错',
  503: '暂时不能办理',
};

/** Whether a program asked, which wants JSON, and not a person. */
export const isApi = (c: Answer): boolean => c.req.path.startsWith('/api/');

/** The answer that something was not done: JSON for programs, a page for people. */
export function refuse(
  c: Answer,
  status: ContentfulStatusCode,
  message: string,
  findings: readonly ReviewFinding[] = [],
): Response | Promise<Response> {
  if (isApi(c)) return c.json({ message, ...(findings.length > 0 && { findings }) }, status);
  const title = TITLES[status] ?? (status === 403 && c.req.method === 'GET' ? '不能查看' : '没有办理');
  const list = findings.map(({ where, message: words }) => html`<li>${where === '' ? '' : `${where}：`}${words}</li>`);
  const [way, words] = wayOn(c, status);
  return page(c, {
    title,
    status,
    body: html`<section class="notice"><h1>${title}</h1><p>${message}</p>${list.length > 0 ? html`<ul>${list}</ul>` : ''}<p><a href="${way}">${words}</a></p></section>`,
  });
}

/** Where somebody goes on after a refusal. */
function wayOn(c: Answer, status: number): [address: string, words: string] {
  if (status === 401) return ['/login', '登录'];
  if (c.var.back !== undefined) return [c.var.back, '回到这一条'];
  return c.req.path.startsWith('/desk/') ? ['/desk/', '回到审核台'] : ['/', '回到首页'];
}

export const answerMissing: NotFoundHandler<OfficeEnv> = (c) => refuse(c, 404, '没有这个页面。请核对地址，或者从首页进入。');

/** Turns what was thrown into an answer. What an unforeseen error says may quote what nobody must see, so only its places are logged. */
export const answerError: ErrorHandler<OfficeEnv> = (error, c) => {
  if (error instanceof Refusal) return refuse(c, STATUS[error.kind], error.message, error.findings);
  if (error instanceof HTTPException) return refuse(c, error.status as ContentfulStatusCode, '请求的写法不对，没有办理。返回上一页再试。');
  console.error(`${c.req.method} ${c.req.routePath}\n${placesOf(error)}`);
  return refuse(c, 500, '办公平台出错，没有办成。请稍后再试；仍然出错，请联系县信息办。');
};
