import { html } from 'hono/html';
import type { Html } from '../../http/page.ts';
import { toPreviewPath, toPublicAddress, toPublishedPath } from '../addresses.ts';
import type { Owed } from '../owed.ts';
import type { Told } from '../told.ts';
import { showReview } from './owed.ts';
import { showTold } from './said.ts';
import { showTarget } from './target.ts';

export interface FoundEntry {
  folder: string;
  title: string;
  number: string;
  unit: string;
  type: string;
  publishedAt: string;
}

/** Published entries, to be withdrawn or taken down. */
export const showSearch = (query: string, found: readonly FoundEntry[], more: number): Html => html`<div class="desk">
<nav class="crumbs" aria-label="位置"><a href="/desk/">审核台</a><span>已发布的内容</span></nav>
<h1>已发布的内容</h1>
<form class="choose" method="get" action="/desk/published" role="search">
<label for="q">标题里的词，或者索引号</label>
<input id="q" name="q" type="search" value="${query}" maxlength="100">
<button class="main">查找</button>
</form>
${found.length === 0 ? html`<p class="empty" role="status">没有找到。请核对索引号，或者换标题里的另一个词再查。</p>` : showFound(query, found, more)}
</div>`;

const showFound = (query: string, found: readonly FoundEntry[], more: number): Html =>
  html`${query === '' ? html`<p class="hint">下面是最近发布的。要撤稿、下线，先找到这条内容。</p>` : html`<p role="status">找到 ${found.length + more} 条${more > 0 ? `，列出最新的 ${found.length} 条。词写得长一些，可以少一些` : ''}。</p>`}
<ol class="queue plain">${found.map(
    ({ folder, title, number, unit, type, publishedAt }) =>
      html`<li><div class="what"><a href="${toPublishedPath(folder)}">${title}</a><p>${unit}　${type}　${publishedAt}</p></div><div class="when">${number}</div></li>`,
  )}</ol>`;

export interface PublishedScreen extends FoundEntry {
  version: string;
  csrf: string;
  publicSite: string;
  isWithdrawn: boolean;
  /** Why the person cannot withdraw it or take it down; undefined when they can. */
  hindrance: string | undefined;
  /** How it stands with the review that is owed since it was published in an emergency; undefined for none. */
  owed: Owed | undefined;
  /** Whether somebody works on a draft of it. */
  draft: string | undefined;
  told: Told | undefined;
}

/** One published entry, with the acts that take it off the public site. */
export const showPublished = (entry: PublishedScreen): Html => html`<div class="desk change">
<nav class="crumbs" aria-label="位置"><a href="/desk/">审核台</a><a href="/desk/published">已发布的内容</a></nav>
${showTold(entry.told)}
<header class="about"><h1>${entry.title}</h1>
${entry.isWithdrawn ? html`<p><span class="tag">已撤稿</span></p>` : ''}
<dl class="facts">
<div><dt>单位</dt><dd>${entry.unit}</dd></div>
<div><dt>类型</dt><dd>${entry.type}</dd></div>
<div><dt>索引号</dt><dd>${entry.number}</dd></div>
<div><dt>发布</dt><dd>${entry.publishedAt}</dd></div>
<div class="full"><dt>网址</dt><dd><a href="${toPublicAddress(entry.publicSite, entry.number)}">${toPublicAddress(entry.publicSite, entry.number)}</a></dd></div>
</dl></header>
<div class="columns"><div class="said">
<section id="page"><h2>页面</h2><div class="pages single"><iframe src="${toPreviewPath(entry.folder, 'main')}" title="网上的页面" sandbox loading="lazy"></iframe></div></section>
</div>
<aside id="acts" aria-label="办理">
${entry.draft === undefined ? '' : html`<p class="hint">有人正在修改这条内容。<a href="${entry.draft}">查看正在办理的稿件</a></p>`}
${entry.owed === undefined ? '' : showReview(entry.owed, entry)}
${entry.hindrance === undefined ? showRemovals(entry) : html`<section class="card-like"><h2>撤稿、并入和下线</h2><p>${entry.hindrance}</p></section>`}
</aside></div>
</div>`;

const showRemovals = (entry: PublishedScreen): Html =>
  html`${entry.isWithdrawn ? '' : showRemoval(entry, 'withdraw', '撤稿', '页面保留，正文改为撤回的日期和原因，附件一并撤下。适用于内容有误或者不再适用的情形。')}
${showRemoval(entry, 'merge', '并入另一条', '这条不再单独公开，网址自动转到另一条，附件一并撤下。适用于重复发布、几条合成一条的情形。')}
${showRemoval(entry, 'take-down', '下线', '页面和附件立即从网上移除，网址不能再打开。适用于不应当公开的内容。')}`;

const showRemoval = (entry: PublishedScreen, act: 'withdraw' | 'merge' | 'take-down', name: string, words: string): Html =>
  html`<details class="card-like act"><summary>${name}</summary><form method="post" action="/desk/${act}">
${showTarget(entry, entry.csrf)}
<p class="hint">${words}原因和经办人留下记录。</p>
${act === 'merge' ? html`<label for="into">另一条的索引号</label><input id="into" name="into" required maxlength="40" autocomplete="off">` : ''}
<label for="${act}-reason">${name}的原因</label>
<textarea id="${act}-reason" name="reason" rows="3" maxlength="300" required></textarea>
<button class="button warn">确认${name}</button></form></details>`;
