import { html } from 'hono/html';
import { watchUntil } from '../../../model/emergency.ts';
import { BY_OFFICE, entryFields } from '../../../model/entry-fields.ts';
import { signOffsFor } from '../../../model/sign-offs.ts';
import type { SignOff } from '../../../model/type.ts';
import { findType } from '../../../model/types/index.ts';
import { ROLES } from '../../../model/unit.ts';
import type { Html } from '../../http/page.ts';
import type { Act } from '../../store/acts.ts';
import { toMinute } from '../../store/clock.ts';
import { hasRole, isOffice, isOnWatch, type People, type Person } from '../../store/people.ts';
import { requirePlace } from '../../store/place.ts';
import type { Draft } from '../../store/versions.ts';
import { hindranceToSign, hindranceToSignOnWatch, signersOf, signsIn } from '../../workflow/may-sign.ts';
import { isUnderReview } from '../../workflow/progress.ts';
import { toFormPath } from '../addresses.ts';
import type { Change } from '../change.ts';
import { actName } from './act-name.ts';
import { showTarget } from './target.ts';
import { showWatch } from './watch.ts';

/** Who looks, and what their forms send back. */
export interface Acting {
  person: Person;
  people: People;
  csrf: string;
  /** YYYY-MM-DD in Asia/Shanghai. */
  today: string;
}

/** Who signed, what is owed and by whom, and what the person can do; why not, where that is so. */
export function showActs(change: Change, acting: Acting): Html {
  const { folder, progress } = change.waiting;
  const isOpen = isUnderReview(progress);
  const { unit } = requirePlace(folder);
  const roles = isOpen ? rolesToSign(change, acting.person) : [];
  return html`${showSignatures(change, acting)}
${isOpen && progress.owed.length === 0 ? (change.waiting.isToCome ? showScheduled(progress.publishAt!) : showRetry(change, acting)) : ''}
${roles.length > 0 ? showSign(change, acting, roles) : ''}
${isOpen && progress.owed.length > 0 && !change.waiting.isToCome ? showWatch(change, acting) : ''}
${isOpen && (signsIn(acting.person, unit) || isOnWatch(acting.person, unit, acting.today)) ? showReturn(change, acting) : ''}
${showComment(change, acting)}`;
}

const rolesToSign = ({ waiting: { folder, progress } }: Change, person: Person): SignOff[] =>
  progress.owed.filter((role) => !hindranceToSign(person, folder, role, progress));

function showSignatures(change: Change, acting: Acting): Html {
  const { person, people } = acting;
  const { folder, progress } = change.waiting;
  const watch = [...progress.lapsed, ...progress.watch].map((signOff) => {
    const { person: id, at } = signOff;
    const { name, words } =
      change.draft.acts.find((act) => act.signOff?.role === 'watch' && act.person === id && act.signOff.at === at) ?? {};
    const until = watchUntil(at, progress.watchHours);
    const isLapsed = progress.lapsed.includes(signOff);
    return html`<li class="${isLapsed ? '' : 'signed'}"><b>${ROLES.watch}</b>${name ?? id}　${isLapsed ? '已作废' : '已签'}<small>${at}</small> <small>${isLapsed ? '只到' : '到'} ${until} 有效</small>${words ? html`<q>${words}</q>` : ''}</li>`;
  });
  const usual = progress.emergency === undefined ? signOffsFor(requirePlace(folder).type) : [];
  const lines = usual.map((role) => {
    const signed = progress.signed.find((each) => each.role === role);
    if (signed) {
      const { name, words } = change.draft.acts.findLast((act) => act.kind === 'sign' && act.signOff?.role === role) ?? {};
      return html`<li class="signed"><b>${ROLES[role]}</b>${name ?? signed.person}　已签<small>${signed.at}</small>${words ? html`<q>${words}</q>` : ''}</li>`;
    }
    const who = signersOf(people, folder, role, progress).map(({ name }) => name);
    return html`<li><b>${ROLES[role]}</b>待签　${who.length === 0 ? html`<span class="bad">没有人能签，请联系县信息办</span>` : `可以签的人：${who.join('、')}`}</li>`;
  });
  const words = { draft: '还没有提交，提交以后才能签字。', returned: '已经退回编辑，重新提交以后再签。' } as Record<string, string>;
  const mends = words[progress.state] !== undefined && hasRole(person, requirePlace(folder).unit, 'editor');
  return html`<section class="card-like"><h2>签字</h2>${words[progress.state] ? html`<p class="hint">${words[progress.state]}</p>` : ''}${mends ? html`<p><a href="${toFormPath(folder)}">到“写稿”里修改</a></p>` : ''}<ul class="signatures">${lines}${watch}</ul>${isUnderReview(progress) ? whyNot(change, acting).map((reason) => html`<p class="why">${reason}</p>`) : ''}</section>`;
}

/** Why somebody cannot sign now, for those who cannot. */
function whyNot(change: Change, { person, today }: Acting): string[] {
  const { folder, progress } = change.waiting;
  const { unit } = requirePlace(folder);
  if (rolesToSign(change, person).length > 0 || progress.owed.length === 0) return [];
  const signed = [...progress.signed, ...progress.watch].find((each) => each.person === person.id);
  if (signed?.role === 'watch') return ['您已经以“值班”签过，等另一名值班人员签字。'];
  if (signed) return [`您已经签过“${ROLES[signed.role as SignOff]}”，等他人签字。`];
  const reasons = progress.owed.flatMap((role) =>
    hasRole(person, unit, role) ? (hindranceToSign(person, folder, role, progress)?.message ?? []) : [],
  );
  if (reasons.length > 0) return [...new Set(reasons)];
  if (!hindranceToSignOnWatch(person, folder, today, progress)) return ['您在值班。突发事件等不得平常审签的，在下面办理紧急发布。'];
  return [progress.editors.includes(person.id) ? '您写过或者改过这条内容，不能签字。' : '您在这里没有要签的角色，可以看和写意见。'];
}

const showSign = (change: Change, { csrf }: Acting, roles: readonly SignOff[]): Html =>
  html`<form class="card-like act" method="post" action="/desk/sign">
<h2>签字</h2>${showTarget(change.waiting, csrf)}
<p>我看过上面的全部变化，同意公开。签字只对 ${submittedAt(change.draft)} 提交的这一版有效${change.waiting.progress.owed.length === 1 ? '，签字后即发布，或者在您写的时间发布' : ''}。</p>
${roles.length === 1 ? html`<input type="hidden" name="role" value="${roles[0]}">` : html`<fieldset><legend>以哪个角色</legend>${roles.map((role, index) => html`<label class="tick"><input type="radio" name="role" value="${role}" ${index === 0 ? 'checked' : ''}><span>${ROLES[role]}</span></label>`)}</fieldset>`}
<label for="sign-opinion">意见（可以不写）</label>
<textarea id="sign-opinion" name="opinion" rows="2" maxlength="500"></textarea>
${roles.includes('approval') ? showTime() : ''}
<button class="main">${roles.length === 1 ? `以“${ROLES[roles[0]!]}”签字${roles[0] === 'approval' ? '并发布' : ''}` : '签字'}</button>
</form>`;

const showTime = (): Html =>
  html`<label for="publish-at">定时发布（不填，签字后即发布）</label>
<input id="publish-at" name="publish_at" inputmode="numeric" maxlength="16" autocomplete="off" placeholder="年-月-日 时:分" aria-describedby="publish-at-hint">
<p class="hint" id="publish-at-hint">例如 2026-12-01 09:00。到时间由系统发布，此前网站、检索和订阅里都没有这条内容。</p>`;

const showScheduled = (at: string): Html =>
  html`<section class="card-like act"><h2>定时发布</h2><p>签字已齐，定于 <b>${at}</b> 发布。到时间以前，网站上没有这条内容。</p><p class="hint">要改时间或者取消，退回编辑，重新提交、签字。</p></section>`;

const submittedAt = ({ acts }: Draft) => toMinute(acts.findLast(({ kind }) => kind === 'submit')?.at ?? 0);

const showReturn = (change: Change, { csrf }: Acting): Html =>
  html`<details class="card-like act"><summary>退回修改</summary><form method="post" action="/desk/return">${showTarget(change.waiting, csrf)}
${showPlaces(change, 'return-place', '退回的地方')}
<label for="reason">理由</label>
<textarea id="reason" name="reason" rows="3" maxlength="500" required placeholder="写明哪里要改、怎样改"></textarea>
<button class="button warn">退回编辑</button></form></details>`;

const showComment = (change: Change, { csrf }: Acting): Html =>
  html`<details class="card-like act" ${change.waiting.progress.state === 'returned' ? 'open' : ''}><summary>写意见、回复</summary><form method="post" action="/desk/comment">${showTarget(change.waiting, csrf)}
<p class="hint">意见不影响已经签的字，本单位的人和信息办都能看到。</p>
${showPlaces(change, 'comment-place', '关于')}
<label for="words">意见</label>
<textarea id="words" name="words" rows="3" maxlength="500" required></textarea>
<button class="button">提交意见</button></form></details>`;

function showPlaces({ waiting: { folder }, attachments }: Change, id: string, label: string): Html {
  const fields = { ...entryFields, ...findType(requirePlace(folder).type)?.fields };
  const labels = Object.entries(fields).flatMap(([name, field]) => (BY_OFFICE.includes(name) ? [] : [field.label]));
  const places = ['正文', ...labels, ...attachments.map(({ name }) => `附件“${name}”`)];
  return html`<label for="${id}">${label}</label><select id="${id}" name="place"><option value="">整条内容</option>${places.map((place) => html`<option>${place}</option>`)}</select>`;
}

function showRetry(change: Change, { person, csrf, today }: Acting): Html {
  const { folder, progress } = change.waiting;
  const { unit } = requirePlace(folder);
  const isUrgent = progress.emergency !== undefined && isOnWatch(person, unit, today);
  const may = isOffice(person) || isUrgent || hasRole(person, unit, 'approval');
  return html`<section class="card-like act"><h2>没有发布</h2><p>签字已经齐了，还没有发布。${change.obstacle ?? '请看“检查结果”里必须改的地方；没有的，再发布一次。'}</p>${may ? html`<form method="post" action="/desk/publish">${showTarget(change.waiting, csrf)}<button class="main">再发布一次</button></form>` : html`<p class="hint">由签发人或者信息办再发布一次。</p>`}</section>`;
}

/** What happened to a draft, the newest first; saves that follow one another by one person as one. */
export const showHistory = ({ acts }: Draft): Html => html`<ol class="history">${toEvents(acts).reverse().map(showEvent)}</ol>`;

interface Event {
  act: Act;
  saves: number;
}

function toEvents(acts: readonly Act[]): Event[] {
  const events: Event[] = [];
  for (const act of acts) {
    const last = events.at(-1);
    if (act.kind === 'save' && last?.act.kind === 'save' && last.act.person === act.person)
      events[events.length - 1] = { act, saves: last.saves + 1 };
    else events.push({ act, saves: 1 });
  }
  return events;
}

const showEvent = ({ act, act: { kind, name, at, words, place }, saves }: Event): Html =>
  html`<li class="${kind}"><p><b>${actName(act)}${saves > 1 ? ` ${saves} 次` : ''}</b>${name}<time>${toMinute(at)}</time></p>${words ? html`<blockquote>${place ? html`<b>${place}</b>　` : ''}${words}</blockquote>` : ''}</li>`;
