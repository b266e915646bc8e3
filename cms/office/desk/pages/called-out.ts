import { html } from 'hono/html';
import type { Html } from '../../http/page.ts';
import type { CalledOut } from '../called-out.ts';
import { VALUES, type ValueKind } from '../values.ts';

/** So many of one kind are shown at once. */
const SHOWN = 12;

/** 需要核对的变化: amounts, dates, names, phone numbers and citations that changed, by kind. */
export function showCalledOut(all: readonly CalledOut[], { isNew, tables }: { isNew: boolean /** New ones. */; tables: number }): Html {
  const more = tables === 0 ? '' : html`<p>另有 ${tables} 个新表格，逐格和原件核对。</p>`;
  if (all.length === 0)
    return html`<p class="hint">没有发现金额、日期、人名、电话、法规文号方面的变化。清单由程序列出，不能代替通读。</p>${more}`;
  const kinds = Map.groupBy(all, ({ kind }) => kind);
  return html`<p class="hint">${isNew ? '这是新内容，下面逐项列出其中的' : '下面逐项列出改动的'}金额、日期、人名、电话、法规文号，和原件对照。清单由程序列出，不能代替通读。</p>
${(Object.keys(VALUES) as ValueKind[]).map((kind) => {
  const found = kinds.get(kind) ?? [];
  return found.length === 0 ? '' : showKind(kind, found);
})}${more}`;
}

const showKind = (kind: ValueKind, found: readonly CalledOut[]): Html => html`<section class="called">
<h3>${VALUES[kind]}<small>${found.length}</small></h3>
<ul>${found.slice(0, SHOWN).map(showOne)}</ul>
${found.length > SHOWN ? html`<details><summary>另外 ${found.length - SHOWN} 处</summary><ul>${found.slice(SHOWN).map(showOne)}</ul></details>` : ''}
</section>`;

const showOne = ({ where, before, after, lead, tail }: CalledOut): Html =>
  html`<li><span class="where">${where}</span><span class="words">${lead}${before ? html`<del>${before}</del>` : ''}${before && after ? ' ' : ''}${after ? html`<ins>${after}</ins>` : ''}${tail}</span></li>`;
