import { html } from 'hono/html';
import { watchUntil } from '../../../model/emergency.ts';
import type { SignOff } from '../../../model/type.ts';
import { ROLES } from '../../../model/unit.ts';
import type { Html } from '../../http/page.ts';
import type { Act } from '../../store/acts.ts';
import { toMinute } from '../../store/clock.ts';
import type { Refusal } from '../../store/refusal.ts';
import { NOT_LIVE } from '../../workflow/live.ts';
import type { Signed } from '../../workflow/workflow.ts';
import { toChangePath, toPublicAddress } from '../addresses.ts';
import type { EntryComparison } from '../compare-entries.ts';
import { actName } from './act-name.ts';
import { showDifference } from './difference.ts';
import { showFindings } from './judged.ts';
import { showUnlogged } from './said.ts';

/** What came of one signature. */
export interface Outcome {
  folder: string;
  title: string;
  role: SignOff | 'watch';
  /** What the workflow did, or why it did not; undefined when the office failed and may have signed all the same. */
  signed: Signed | Refusal | undefined;
  /** Whether the audit log has what was done. */
  isLogged: boolean;
}

/** What else waits for the person: how much, and the first of it. */
export interface Next {
  count: number;
  folder: string;
  title: string;
}

/** What came of signing, one entry or many. */
export const showOutcomes = (outcomes: readonly Outcome[], publicSite: string, next?: Next): Html => html`<div class="desk">
<h1>${outcomes.length === 1 ? '签字结果' : `签了 ${outcomes.filter(({ signed }) => signed && !(signed instanceof Error)).length} 条，共 ${outcomes.length} 条`}</h1>
${outcomes.every(({ isLogged }) => isLogged) ? '' : showUnlogged()}
<ul class="outcomes">${outcomes.map((outcome) => showOutcome(outcome, publicSite))}</ul>
${next ? html`<p>还有 ${next.count} 条等您签字。下一条：<a href="${toChangePath(next.folder)}">${next.title}</a></p>` : ''}
<p><a class="main" href="/desk/">回到审核台</a></p>
</div>`;

function showOutcome({ folder, title, role, signed }: Outcome, publicSite: string): Html {
  const again = html`<a href="${toChangePath(folder)}">查看这一条</a>`;
  if (!signed)
    return html`<li class="not"><h2>${title}</h2><p class="fault">办公平台出错，签字可能没有记下。打开核对；没有记下的，再签一次。</p><p>${again}</p></li>`;
  if (signed instanceof Error)
    return html`<li class="not"><h2>${title}</h2><p class="fault">没有签字。${signed.message}</p>${signed.findings.length > 0 ? showFindings(signed.findings) : ''}<p>${again}</p></li>`;
  const { published, obstacle, progress } = signed;
  if (published) {
    const address = toPublicAddress(publicSite, published.number);
    if (!published.isLive)
      return html`<li class="not"><h2>${title}</h2><p class="done">已以“${ROLES[role]}”签字，签字齐了。　索引号 ${published.number}</p><p class="fault" role="alert">${NOT_LIVE}</p><p>更新以后的网址：${address}</p></li>`;
    return html`<li class="live"><h2>${title}</h2><p class="done" role="status"><b>${published.isUpdate ? '网上已改成这一版' : '已发布'}</b>　${published.isUpdate ? '首次发布 ' : ''}${published.publishedAt}　索引号 ${published.number}</p><p>网址：<a href="${address}">${address}</a></p>${role === 'watch' ? html`<p>网上标明“紧急发布，二十四小时内补审”。请告诉审核、保密审查和签发的人到审核台补审。</p>` : ''}</li>`;
  }
  if (obstacle)
    return html`<li class="not"><h2>${title}</h2><p class="done">已以“${ROLES[role]}”签字，签字齐了。</p><p class="fault" role="alert">${obstacle.message}</p>${obstacle.findings.length > 0 ? showFindings(obstacle.findings) : ''}<p>${again}</p></li>`;
  if (progress.publishAt !== undefined)
    return html`<li><h2>${title}</h2><p class="done" role="status">已以“${ROLES[role]}”签字，签字齐了，定于 <b>${progress.publishAt}</b> 发布。到时间以前，网站上没有这条内容。</p><p>${again}</p></li>`;
  if (role === 'watch')
    return html`<li><h2>${title}</h2><p class="done" role="status">已以“值班”签字。再由另一名值班人员签字，立即发布。${showUntil(progress)}</p></li>`;
  return html`<li><h2>${title}</h2><p class="done" role="status">已以“${ROLES[role]}”签字。还差：${progress.owed.map((each) => ROLES[each]).join('、')}。</p></li>`;
}

const showUntil = ({ watch, watchHours }: Signed['progress']) =>
  watch[0] ? `签字到 ${watchUntil(watch[0].at, watchHours)} 有效，过时作废。` : '';

export interface ConflictScreen {
  folder: string;
  message: string;
  /** What others did since; undefined when that is not known. */
  acts: readonly Act[] | undefined;
  /** What they changed; undefined when that is nothing, or not known. */
  comparison: EntryComparison | undefined;
  /** Whether there still is a draft. */
  isThere: boolean;
}

/** Something changed between looking and acting: what, and the way to look again. */
export const showConflict = ({ folder, message, acts, comparison, isThere }: ConflictScreen): Html => html`<div class="desk">
<h1>没有办理</h1>
<p class="fault" role="alert">${message}</p>
${acts && acts.length > 0 ? html`<h2>您打开以后</h2><ul class="history">${acts.map((act) => html`<li class="${act.kind}"><p><b>${actName(act)}</b>${act.name}<time>${toMinute(act.at)}</time></p>${act.words ? html`<blockquote>${act.words}</blockquote>` : ''}</li>`)}</ul>` : ''}
${comparison ? html`<h2>改了什么</h2><dl class="fields">${comparison.changed.map(({ label, stretches }) => html`<div><dt>${label}</dt><dd>${showDifference(stretches)}</dd></div>`)}</dl>${showDifference(comparison.body)}` : ''}
<p>${isThere ? html`<a class="main" href="${toChangePath(folder)}">查看现在的内容</a>` : html`<a class="main" href="/desk/">回到审核台</a>`}</p>
</div>`;
