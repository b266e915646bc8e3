import { html } from 'hono/html';
import type { Html } from '../../http/page.ts';
import { NOT_LIVE } from '../../workflow/live.ts';

const DONE = {
  returned: '已经退回编辑。',
  commented: '意见已经提交。',
  published: '已经发布，公众可以在网上查看。',
  withdrawn: '已经撤稿，网上的页面已改为撤回的说明。',
  'taken-down': '已经下线，网上的页面和附件已经移除，列表和检索结果随后更新。',
} as const;

/** What the public site does not show yet. */
const LATE = {
  'published-not-live': NOT_LIVE,
  'withdrawn-not-live': '已经撤稿，网站暂时没有更新，网上还是原来的页面。系统会再试；五分钟后还没有更新，联系信息办。',
  'taken-down-not-live': '已经下线，网站暂时没有更新，网上的页面还在。系统会再试；等不得的，马上联系信息办停掉网站。',
} as const;

export type Said = keyof typeof DONE | keyof typeof LATE;

/** What has just been done, as the address of the next page names it. */
export function showSaid(said: string): Html | '' {
  const [done, late] = [DONE, LATE].map((words) => (words as Readonly<Record<string, string>>)[said]);
  if (late !== undefined) return html`<p class="fault" role="alert">${late}</p>`;
  return done === undefined ? '' : html`<p class="done" role="status">${done}</p>`;
}
