import { html } from 'hono/html';
import { type DetailPart, type Known, toDetail } from '../audit/detail.ts';
import { type AuditFilter, isEmpty } from '../audit/filter.ts';
import type { AuditLine } from '../audit/line.ts';
import { AUDIT_ACTS, wordsOf } from '../audit/words.ts';
import { toMinute } from '../store/clock.ts';
import type { Html } from './page.ts';

const AT = '/office/audit';

/** Whether the log was altered. */
export const showState = (wrong: readonly string[], lines: number): Html =>
  wrong.length > 0
    ? html`<div class="fault" role="alert"><p>记录有改动或者缺失。请立即报告保密和网络安全负责人。</p><ul>${wrong.map((words) => html`<li>${words}</li>`)}</ul></div>`
    : html`<p class="done">共${lines}行，逐行核对，没有发现改动。</p>`;

interface FilterScreen {
  filter: AuditFilter;
  people: readonly { id: string; name: string }[];
  units: readonly { id: string; short_name: string }[];
  /** Title of the entry that is asked for; empty for none. */
  entry: string;
}

/** The form by which lines are chosen; the address of the page says what was. */
export function showFilter({ filter, people, units, entry }: FilterScreen): Html {
  const option = (value: string, words: string, chosen: string) =>
    html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${words}</option>`;
  return html`<form class="filter" method="get" action="${AT}">
<p><label for="person">人员</label><input id="person" name="person" value="${filter.person}" list="people" maxlength="60" placeholder="姓名或者账号" autocomplete="off"></p>
<datalist id="people">${people.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</datalist>
<p><label for="act">操作</label><select id="act" name="act">${option('', '全部', filter.act)}${Object.entries(AUDIT_ACTS).map(([act, words]) => option(act, words, filter.act))}</select></p>
<p><label for="unit">涉及的单位</label><select id="unit" name="unit">${option('', '全部', filter.unit)}${units.map(({ id, short_name }) => option(id, short_name, filter.unit))}</select></p>
<p><label for="from">起始日期</label><input id="from" name="from" type="date" value="${filter.from}"></p>
<p><label for="to">截止日期</label><input id="to" name="to" type="date" value="${filter.to}"></p>
${entry === '' ? '' : html`<p class="whole"><label><input type="checkbox" name="entry" value="${filter.entry}" checked>只看这一条内容：${entry}</label></p>`}
<p class="go"><button class="main">筛选</button>${isEmpty(filter) ? '' : html`<a href="${AT}">看全部</a>`}</p>
</form>`;
}

/** The button that exports what is shown by the filter. */
export const showExport = (filter: AuditFilter, csrf: string): Html => {
  const asked = Object.entries(filter).filter(([, value]) => value !== '');
  return html`<form class="acts" method="post" action="${AT}"><input type="hidden" name="csrf" value="${csrf}">${asked.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button class="button">${asked.length > 0 ? '导出筛选的记录（CSV）' : '导出全部（CSV）'}</button>${asked.length > 0 ? '' : html`<span class="hint">导出的文件另外保存，可以证明以后的记录没有改动。</span>`}</form>`;
};

export function showLines(lines: readonly AuditLine[], known: Known): Html {
  if (lines.length === 0) return html`<p class="empty">没有符合条件的记录。放宽条件再试。</p>`;
  const rows = lines.map(
    ({ at, person, act, detail }) =>
      html`<tr><td>${toMinute(Date.parse(at) / 1000)}</td><td>${known.person(person) ?? '—'}${person === '-' ? '' : html`<small>${person}</small>`}</td><td>${wordsOf(act)}</td><td>${toDetail(detail, known).map(showPart)}</td></tr>`,
  );
  return html`<div class="wide log" tabindex="0" role="region" aria-label="记录"><table>
<thead><tr><th scope="col">时间</th><th scope="col">人员</th><th scope="col">操作</th><th scope="col">说明</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>`;
}

const showPart = ({ text, href, entry }: DetailPart): Html =>
  html`<span>${href === undefined ? text : html`<a href="${href}">${text}</a>`}${entry === undefined ? '' : html`<a class="only" href="${AT}?entry=${encodeURIComponent(entry)}">相关记录</a>`}</span> `;
