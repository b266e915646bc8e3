import { html } from 'hono/html';
import { toBasis } from '../../../model/basis.ts';
import { CLOCKS, type Duty } from '../../../model/duty.ts';
import type { Html } from '../../http/page.ts';
import type { ReviewFinding } from '../../review.ts';

/** What the checks have against a change; what blocks comes first. */
export function showFindings(findings: readonly ReviewFinding[]): Html {
  if (findings.length === 0) return html`<p class="hint">检查没有发现问题。</p>`;
  const blocking = findings.filter(({ severity }) => severity === 'block');
  const others = findings.filter(({ severity }) => severity === 'warn');
  return html`${blocking.length > 0 ? html`<p class="fault">有 ${blocking.length} 处不改好就不能发布。</p><ul class="findings block">${blocking.map(showFinding)}</ul>` : ''}
${others.length > 0 ? html`<ul class="findings">${others.map(showFinding)}</ul>` : ''}`;
}

function showFinding({ severity, where, file, message, excerpt, basis }: ReviewFinding): Html {
  return html`<li><p><span class="tag ${severity}">${severity === 'block' ? '必须改' : '提醒'}</span><b>${where || file.slice(file.lastIndexOf('/') + 1)}</b>　${message}</p>${excerpt === '' ? '' : html`<p class="excerpt">${excerpt}</p>`}${basis.length > 0 ? html`<p class="hint">依据：${basis.map(toBasis).join('；')}</p>` : ''}</li>`;
}

/** The catalogue's duties that an entry says it fulfils, with what each must tell. */
export const showDuties = (duties: readonly Duty[]): Html =>
  duties.length === 0
    ? html`<p class="hint">没有填写“公开事项”。属于目录事项的，退回编辑补上。</p>`
    : html`<ul class="duties">${duties.map(
        ({ name, domain, elements, clock, basis }) =>
          html`<li><b>${domain}：${name}</b><p>应当公开：${elements.join('；')}</p><p class="hint">公开时限：${toTerm(clock)}。依据：${basis.map(toBasis).join('；')}</p></li>`,
      )}</ul>`;

/** When a duty is due, with its own number of days or date. */
function toTerm({ kind, days, date }: Duty['clock']): string {
  const [month, day] = (date ?? '').split('-');
  if (month && day) return CLOCKS[kind].replace('规定日期', `${Number(month)}月${Number(day)}日`);
  return days === undefined ? CLOCKS[kind] : CLOCKS[kind].replace('若干', String(days));
}
