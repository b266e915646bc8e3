import { html } from 'hono/html';
import type { Html } from '../../http/page.ts';
import { NOT_LIVE } from '../../workflow/live.ts';
import type { Told } from '../told.ts';

const DONE = {
  returned: '已经退回编辑。',
  commented: '意见已经提交。',
  published: '已经发布，公众可以在网上查看。',
  confirmed: '补审已经记下，等其他角色补审。',
  'confirmed-all': '补审齐了，责任记录已经写明，网上不再标“二十四小时内补审”。',
  withdrawn: '已经撤稿，网上的页面已改为撤回的说明。',
  merged: '已经并入，原来的网址会转到另一条。',
  'taken-down': '已经下线，网上的页面和附件已经移除，列表和检索结果随后更新。',
} as const;

/** What the public site does not show yet. */
const LATE = {
  'published-not-live': NOT_LIVE,
  'confirmed-not-live': '补审已经记下，网站暂时没有更新。系统会再试；五分钟后还没有更新，联系信息办。',
  'withdrawn-not-live': '已经撤稿，网站暂时没有更新，网上还是原来的页面。系统会再试；五分钟后还没有更新，联系信息办。',
  'merged-not-live': '已经并入，网站暂时没有更新，网上还是原来的页面。系统会再试；五分钟后还没有更新，联系信息办。',
  'taken-down-not-live': '已经下线，网站暂时没有更新，网上的页面还在。系统会再试；等不得的，马上联系信息办停掉网站。',
} as const;

export type Said = keyof typeof DONE | keyof typeof LATE;

/** An act that the audit log could not take, in words for whoever did it. */
export const showUnlogged = (): Html =>
  html`<p class="fault" role="alert">已经办成，但审计记录暂时写不进去，这一步另外留存，恢复以后自动补记。请马上告诉信息办，检查服务器的磁盘。</p>`;

/** What has just been done. */
export function showTold(told: Told | undefined): Html | '' {
  if (!told) return '';
  const { said, isLogged } = told;
  const words =
    said in LATE
      ? html`<p class="fault" role="alert">${LATE[said as keyof typeof LATE]}</p>`
      : html`<p class="done" role="status">${DONE[said as keyof typeof DONE]}</p>`;
  return html`${words}${isLogged ? '' : showUnlogged()}`;
}
