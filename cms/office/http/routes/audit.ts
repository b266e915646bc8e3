import type { Context } from 'hono';
import { html } from 'hono/html';
import { toCsv } from '../../audit/csv.ts';
import { lastLines } from '../../audit/last-lines.ts';
import { verify } from '../../audit/verify.ts';
import { wordsOf } from '../../audit/words.ts';
import { toDay, toMinute } from '../../store/clock.ts';
import { isOffice } from '../../store/people.ts';
import { Refusal } from '../../store/refusal.ts';
import { clientOf } from '../address.ts';
import { page } from '../page.ts';
import type { OfficeEnv, Routes } from '../parts.ts';

/** Lines that are shown; the export has all. */
const SHOWN = 200;

/** The audit log, for the information office. */
export const audit: Routes = (app, parts) => {
  const { audit: log, store } = parts;

  app.get('/office/audit', async (c) => {
    requireOffice(c);
    const people = await store.people();
    const wrong = verify(log.path, log.head);
    const rows = lastLines(log.path, SHOWN).map(
      ({ at, person, act, detail }) =>
        html`<tr><td>${toMinute(Date.parse(at) / 1000)}</td><td>${people.get(person)?.name ?? ''}</td><td>${wordsOf(act)}</td><td>${person}</td><td>${detail}</td></tr>`,
    );
    const state =
      wrong.length > 0
        ? html`<div class="fault" role="alert"><p>记录被改动过，或者删去过。马上报告保密和网络安全负责人。</p><ul>${wrong.map((words) => html`<li>${words}</li>`)}</ul></div>`
        : html`<p class="done">共${log.head.lines}行，逐行核对，没有发现改动。</p>`;
    return page(c, {
      title: '审计记录',
      body: html`<h1>审计记录</h1>
${state}
<form class="acts" method="post" action="/office/audit"><input type="hidden" name="csrf" value="${c.var.csrf}"><button class="main">导出全部（CSV）</button><span class="hint">导出的文件另外保存，可以证明以后的记录没有改动。</span></form>
<div class="wide" tabindex="0" role="region" aria-label="最近的记录"><table>
<thead><tr><th scope="col">时间</th><th scope="col">姓名</th><th scope="col">操作</th><th scope="col">账号</th><th scope="col">说明</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>
<p class="hint">这里列出最近的${SHOWN}行，新的在前，北京时间。</p>`,
    });
  });

  app.post('/office/audit', (c) => {
    requireOffice(c);
    log.add({ person: c.var.person.id, act: 'audit-export', detail: clientOf(c, parts) });
    return c.body(toCsv(log.path), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="audit-${toDay(parts.clock())}.csv"`,
    });
  });
};

function requireOffice(c: Context<OfficeEnv>): void {
  if (!isOffice(c.var.person)) throw new Refusal('forbidden', '审计记录只有县信息办能看。');
}
