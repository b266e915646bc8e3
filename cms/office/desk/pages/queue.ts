import { html } from 'hono/html';
import { ROLES } from '../../../model/unit.ts';
import type { Html } from '../../http/page.ts';
import type { Fault } from '../../workflow/live.ts';
import { STATES } from '../../workflow/progress.ts';
import { toChangePath, toPublicAddress, toPublishedPath } from '../addresses.ts';
import type { Done } from '../done.ts';
import type { Owed } from '../owed.ts';
import type { Queue } from '../queue.ts';
import type { Told } from '../told.ts';
import type { Waiting } from '../waiting.ts';
import { showOwed } from './owed.ts';
import { showTold } from './said.ts';

export interface QueueScreen {
  queue: Queue;
  /** What was published in an emergency and is to be reviewed. */
  owed: readonly Owed[];
  done: readonly Done[];
  csrf: string;
  publicSite: string;
  /** Whether the person has opened exactly this version. */
  isSeen: (version: string) => boolean;
  /** Units to choose from, for the information office; empty for others. */
  units: readonly { id: string; name: string }[];
  /** Id of the unit that is shown by itself. */
  unit: string;
  /** Whether the person has any role that signs. */
  isSigner: boolean;
  /** Why the public site is not at what the repository holds, for the information office. */
  fault: Fault | undefined;
  /** Why nothing can get a date, for the information office. */
  doubt: string | undefined;
  /** What has just been done. */
  told: Told | undefined;
}

/** The review desk's first screen: what waits for whom, by legal deadline. */
export function showQueue(screen: QueueScreen): Html {
  const { queue, owed, done, units, isSigner, fault, doubt, told } = screen;
  const { toSign, toUrge, stuck, scheduled, returned, later, mine, others } = queue;
  const nothing = toSign.length + toUrge.length + stuck.length + returned.length + owed.length === 0;
  return html`<div class="desk">
<div class="title-line"><h1>审核台</h1><nav aria-label="审核台"><a href="/desk/published">查已发布的内容</a></nav></div>
${showTold(told)}
${fault === undefined ? '' : showFault(fault)}
${doubt === undefined ? '' : html`<div class="fault" role="alert"><p><b>时钟不对，现在不能发布</b>　${doubt}</p><p>写稿、审签和下线照常。</p></div>`}
${units.length > 0 ? chooseUnit(screen) : ''}
${nothing ? html`<p class="empty">${isSigner ? '现在没有等您签字的内容。' : '现在没有等您办理的内容。'}</p>` : ''}
${showOwed(owed)}
${toSign.length > 0 ? showToSign(screen) : ''}
${section('值班：等不得的可以紧急发布', toUrge, '正在审核的内容。只有突发事件等不得平常审签的，才打开办理紧急发布。')}
${section('签字已齐，没有发布', stuck, '尚有问题，没有发布。请打开查看原因。')}
${section('定时发布', scheduled, '签字已齐，到时间由系统发布。')}
${section('退回修改', returned, '退回到您单位的内容，由编辑改好再提交。')}
${section('待他人先签', later, '审核、保密审查都签了以后，或者轮到您的时候再签。')}
${section('我拟稿、签过的', mine, '正在等他人签字。')}
${section(units.length > 0 ? '各单位正在办理' : '本单位正在办理', others, '')}
${showDone(done, screen.publicSite)}
</div>`;
}

const showFault = ({ since, words }: Fault): Html => html`<div class="fault" role="alert">
<p><b>网站没有更新到最新内容</b>　${since} 起。${words}</p>
<p>办公平台照常办理。系统每分钟再试一次，下一次发布时也再试；更新好以前，新发布、撤稿的内容在网上看不到变化；下线的，列表和检索结果里可能还有。</p>
</div>`;

const chooseUnit = ({ units, unit }: QueueScreen): Html => html`<form class="choose" method="get" action="/desk/">
<label for="unit">单位</label>
<select id="unit" name="unit"><option value="">全部单位</option>${units.map(({ id, name }) => html`<option value="${id}" ${id === unit ? 'selected' : ''}>${name}</option>`)}</select>
<button class="button">查看</button>
</form>`;

function showToSign({ queue: { toSign }, csrf, isSeen }: QueueScreen): Html {
  return html`<section aria-labelledby="to-sign">
<h2 id="to-sign">等我签字<small>${toSign.length}</small></h2>
<form method="post" action="/desk/sign-many">
<input type="hidden" name="csrf" value="${csrf}">
<ol class="queue">
${toSign.map((waiting) => {
  const opened = isSeen(waiting.version);
  const boxes = waiting.roles.map(
    (role) =>
      html`<label class="tick"><input type="checkbox" name="item" value="${role} ${waiting.version} ${waiting.folder}" ${opened ? '' : 'disabled'}><span>以“${ROLES[role]}”签字</span></label>`,
  );
  return showItem(
    waiting,
    html`${boxes}${opened ? '' : html`<a class="hint" href="${toChangePath(waiting.folder)}">打开看过以后才可勾选</a>`}`,
  );
})}
</ol>
<fieldset class="pass">
<legend>一次签多条</legend>
<p class="hint">勾选的每一条都按您打开看过的那一版签字；之后有改动的不签，并向您说明。没有打开看过的，不能勾选。</p>
<label for="opinion">意见（可以不写，对勾选的每一条都记下）</label>
<textarea id="opinion" name="opinion" rows="2" maxlength="500"></textarea>
<button class="main">签署勾选的内容</button>
</fieldset>
</form>
</section>`;
}

const section = (title: string, list: readonly Waiting[], words: string): Html | '' =>
  list.length === 0
    ? ''
    : html`<section><h2>${title}<small>${list.length}</small></h2>${words === '' ? '' : html`<p class="hint">${words}</p>`}<ol class="queue">${list.map((waiting) => showItem(waiting))}</ol></section>`;

function showItem(waiting: Waiting, more?: Html): Html {
  const { folder, title, unit, type, author, isNew, correction, since, progress } = waiting;
  const owed = progress.owed.map((role) => ROLES[role]).join('、');
  return html`<li class="${(waiting.daysLeft ?? 0) < 0 ? 'overdue' : ''}">
<div class="what"><a href="${toChangePath(folder)}">${title}</a>
<p><span class="tag ${progress.state}">${STATES[progress.state]}</span>${isNew ? '' : showChanged(correction)}${unit}　${type}　拟稿 ${author}</p></div>
<div class="when">${showDeadline(waiting)}<p>${since} 到这一步</p>${owed === '' ? '' : html`<p>还差：${owed}</p>`}${progress.publishAt === undefined ? '' : html`<p>定于 ${progress.publishAt} 发布</p>`}</div>
${more ? html`<div class="tick-line">${more}</div>` : ''}
</li>`;
}

/** That something public is changed, and whether an error is corrected. */
export const showChanged = (correction: string | undefined): Html =>
  html`<span class="tag changed">${correction === undefined ? '修改已发布内容' : '更正已发布内容'}</span>`;

/** By when it must be public, in words and not by colour alone. */
export function showDeadline({ deadline, daysLeft }: Pick<Waiting, 'deadline' | 'daysLeft'>): Html {
  if (!deadline) return html`<p class="due none">没有写明期限</p>`;
  const { due, basis } = deadline;
  if (due === undefined || daysLeft === undefined)
    return html`<p class="due unknown"><b>${basis}</b> 节假日安排没有公布，无法推算截止日</p>`;
  const left = daysLeft < 0 ? `已超期 ${-daysLeft} 天` : daysLeft === 0 ? '今天到期' : `还剩 ${daysLeft} 天`;
  const urgency = daysLeft < 0 ? 'over' : daysLeft <= 3 ? 'soon' : 'fine';
  return html`<p class="due ${urgency}"><b>${left}</b> ${due} 前公开<small>${basis}</small></p>`;
}

const showDone = (done: readonly Done[], publicSite: string): Html | '' =>
  done.length === 0
    ? ''
    : html`<section><h2>近三个月我经手的<small>${done.length}</small></h2><ol class="queue plain">${done.map(
        ({ folder, title, number, act, part, at }) =>
          html`<li><div class="what">${number === '' ? html`<b>${title}</b>` : html`<a href="${toPublishedPath(folder)}">${title}</a>`}<p><span class="tag">${act}</span>我的角色：${part}　${at}</p></div>${number === '' ? '' : html`<div class="when"><a href="${toPublicAddress(publicSite, number)}">网上的页面</a></div>`}</li>`,
      )}</ol></section>`;
