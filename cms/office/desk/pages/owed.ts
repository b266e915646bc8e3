import { html } from 'hono/html';
import { ROLES } from '../../../model/unit.ts';
import type { Html } from '../../http/page.ts';
import { toPublishedPath } from '../addresses.ts';
import type { Owed } from '../owed.ts';
import { showTarget } from './target.ts';

/** What was published in an emergency and is to be reviewed, for those who must, for the unit and for the information office. */
export function showOwed(owed: readonly Owed[]): Html | '' {
  if (owed.length === 0) return '';
  const late = owed.filter(({ isOverdue }) => isOverdue).length;
  return html`<section aria-labelledby="owed"><h2 id="owed">紧急发布待补审<small>${owed.length}</small></h2>
<p class="hint">由值班人员紧急发布，审核、保密审查和签发的人在二十四小时内补审，或者撤下。${late > 0 ? `其中 ${late} 条逾期未补审。` : ''}</p>
<ol class="queue plain">${owed.map((each) => showItem(each))}</ol></section>`;
}

const showItem = (each: Owed): Html => html`<li class="${each.isOverdue ? 'overdue' : ''}">
<div class="what"><a href="${toPublishedPath(each.folder)}">${each.title}</a>
<p><span class="tag">紧急发布</span>${each.unit}　${each.type}　${each.since} 发布${each.roles.length > 0 ? '　等您补审' : ''}</p></div>
<div class="when">${showDue(each)}<p>还差：${each.missing.map((role) => ROLES[role]).join('、')}</p></div>
</li>`;

/** By when it is to be reviewed, in words and not by colour alone. */
const showDue = ({ due, isOverdue }: Owed): Html =>
  html`<p class="due ${isOverdue ? 'over' : 'soon'}"><b>${isOverdue ? '逾期未补审' : '待补审'}</b> 应当在 ${due} 以前补审</p>`;

/** On the page of one of them: how it stands, and the form of whoever can review it now. */
export function showReview(owed: Owed, entry: { folder: string; version: string; csrf: string }): Html {
  const { roles, missing, reason } = owed;
  return html`<section class="card-like act"><h2>补审</h2>
${showDue(owed)}
<p>${owed.since} 由两名值班人员紧急发布。原因：${reason}</p>
<p>还差：${missing.map((role) => ROLES[role]).join('、')}</p>
${
  roles.length === 0
    ? html`<p class="why">现在没有要您补审的。由没有起草、没有值班签字的审核、保密审查和签发的人补审，签发在最后。</p>`
    : html`<form method="post" action="/desk/confirm">${showTarget(entry, entry.csrf)}
<p>我看过网上的这条内容和附件，同意公开。内容不妥的，不补审，在下面撤稿或者下线；要改的，由编辑修改，签字以后重新发布。</p>
${roles.length === 1 ? html`<input type="hidden" name="role" value="${roles[0]}">` : html`<fieldset><legend>以哪个角色</legend>${roles.map((role, index) => html`<label class="tick"><input type="radio" name="role" value="${role}" ${index === 0 ? 'checked' : ''}><span>${ROLES[role]}</span></label>`)}</fieldset>`}
<label for="confirm-opinion">意见（可以不写）</label>
<textarea id="confirm-opinion" name="opinion" rows="2" maxlength="300"></textarea>
<button class="main">${roles.length === 1 ? `以“${ROLES[roles[0]!]}”补审通过` : '补审通过'}</button></form>`
}
</section>`;
}
