import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Library } from '../../../library/library.ts';
import { toFolder } from '../../../library/read-entry.ts';
import { toCsv } from '../../audit/csv.ts';
import { type DetailPart, type Known, toDetail } from '../../audit/detail.ts';
import { lastLines } from '../../audit/last-lines.ts';
import type { AuditLine } from '../../audit/line.ts';
import { verify } from '../../audit/verify.ts';
import { wordsOf } from '../../audit/words.ts';
import { toChangePath, toPublishedPath } from '../../desk/addresses.ts';
import { toNames } from '../../desk/names.ts';
import { toDay, toMinute } from '../../store/clock.ts';
import { fieldsOf, titleOf } from '../../store/fields-of.ts';
import { isOffice } from '../../store/people.ts';
import { requirePlace } from '../../store/place.ts';
import { Refusal } from '../../store/refusal.ts';
import type { Store } from '../../store/store.ts';
import { clientOf } from '../address.ts';
import { type Html, page } from '../page.ts';
import type { OfficeEnv, Routes } from '../parts.ts';

/** Lines that are shown; the export has all. */
const SHOWN = 200;

/** The audit log, for the information office. */
export const audit: Routes = (app, parts) => {
  const { audit: log, store, library } = parts;

  app.get('/office/audit', async (c) => {
    requireOffice(c);
    const wrong = verify(log.path, log.head);
    const lines = lastLines(log.path, SHOWN);
    const known = await namesIn(lines, store, await library.at());
    const rows = lines.map(
      ({ at, person, act, detail }) =>
        html`<tr><td>${toMinute(Date.parse(at) / 1000)}</td><td>${known.person(person) ?? '—'}${person === '-' ? '' : html`<small>${person}</small>`}</td><td>${wordsOf(act)}</td><td>${toDetail(detail, known).map(showPart)}</td></tr>`,
    );
    const state =
      wrong.length > 0
        ? html`<div class="fault" role="alert"><p>记录有改动或者缺失。请立即报告保密和网络安全负责人。</p><ul>${wrong.map((words) => html`<li>${words}</li>`)}</ul></div>`
        : html`<p class="done">共${log.head.lines}行，逐行核对，没有发现改动。</p>`;
    return page(c, {
      title: '审计记录',
      body: html`<h1>审计记录</h1>
${state}
<form class="acts" method="post" action="/office/audit"><input type="hidden" name="csrf" value="${c.var.csrf}"><button class="main">导出全部（CSV）</button><span class="hint">导出的文件另外保存，可以证明以后的记录没有改动。</span></form>
<div class="wide log" tabindex="0" role="region" aria-label="最近的记录"><table>
<thead><tr><th scope="col">时间</th><th scope="col">人员</th><th scope="col">操作</th><th scope="col">说明</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>
<p class="hint">这里列出最近的${SHOWN}行，新的在前，北京时间。每一步所办的版本、请求的地址和全部记录，见导出的文件。</p>`,
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

/** What people call what the log names by its id. */
async function namesIn(lines: readonly AuditLine[], store: Store, library: Library): Promise<Known> {
  const people = await store.people();
  const folders = new Set(lines.flatMap(({ detail }) => detail.split(' ').filter((word) => toFolder(word))));
  const entries = await Promise.all([...folders].map(async (folder) => [folder, await nameOf(folder, store, library)] as const));
  const named = new Map(entries);
  return {
    entry: (folder) => named.get(folder),
    unit: (id) => library.unit(id)?.short_name,
    person: (id) => people.get(id)?.name,
  };
}

/** The title of an entry with the way to it; of one that is gone its unit and its type. */
async function nameOf(folder: string, store: Store, library: Library): Promise<DetailPart> {
  const { unit, type } = requirePlace(folder);
  const names = toNames(library, { unit, type });
  const entry = await store.entry(folder);
  if (!entry) return { text: `${names.unit}的一条${names.type}（已经不在）` };
  return { text: titleOf(fieldsOf(entry.text)), href: entry.from === 'draft' ? toChangePath(folder) : toPublishedPath(folder) };
}

const showPart = ({ text, href }: DetailPart): Html =>
  html`<span>${href === undefined ? text : html`<a href="${href}">${text}</a>`}</span> `;

function requireOffice(c: Context<OfficeEnv>): void {
  if (!isOffice(c.var.person)) throw new Refusal('forbidden', '审计记录只有县信息办能看。');
}
