import { html } from 'hono/html';
import { watchUntil } from '../../../model/emergency.ts';
import type { Html } from '../../http/page.ts';
import { hindranceToSignOnWatch } from '../../workflow/may-sign.ts';
import type { Change } from '../change.ts';
import type { Acting } from './acts.ts';
import { showTarget } from './target.ts';

/** What an officer on watch (值班) can do with a draft that cannot wait for those who usually sign; nothing for others. */
export function showWatch(change: Change, { person, csrf, today }: Acting): Html | '' {
  const { folder, progress } = change.waiting;
  if (hindranceToSignOnWatch(person, folder, today, progress)) return '';
  const { watch, lapsed, watchHours } = progress;
  const [first] = watch;
  const words = change.draft.acts.findLast(({ signOff }) => signOff?.role === 'watch')?.words;
  return html`<details class="card-like act" ${first ? 'open' : ''}><summary>紧急发布</summary><form method="post" action="/desk/sign-on-watch">${showTarget(change.waiting, csrf)}
<p>突发事件的信息等不得平常的审核、保密审查和签发，由两名值班人员签字发布，网上标明“紧急发布”，二十四小时内补审。检查拦下的内容照样不能发布。</p>
${
  first
    ? html`<p>另一名值班人员已签，原因：${words ?? ''}</p>
<p class="hint">这个签字到 ${watchUntil(first.at, watchHours)} 有效，过时作废。</p>
<input type="hidden" name="after" value="${first.person}">
<label for="watch-words">意见（可以不写）</label>
<textarea id="watch-words" name="words" rows="2" maxlength="300"></textarea>
<button class="main">以“值班”签字并立即发布</button>`
    : html`${lapsed.length > 0 ? html`<p class="why">以前的值班签字已经作废。仍要紧急发布的，重新写明原因，由两名值班人员重新签字；不急的，由审核、保密审查和签发的人照常签字。</p>` : ''}
<label for="watch-words">紧急发布的原因</label>
<textarea id="watch-words" name="words" rows="3" maxlength="300" required placeholder="写明什么突发事件、为什么等不得"></textarea>
<p class="hint">原因写进公开的责任记录。再由另一名值班人员签字，才发布。您的签字 ${watchHours} 小时内有效，到时没有发布的作废。</p>
<button class="button">以“值班”签字</button>`
}</form></details>`;
}
