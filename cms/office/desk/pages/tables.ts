import { html, raw } from 'hono/html';
import type { Html } from '../../http/page.ts';
import { type CellChange, headOf, type RowChange, type TableChange } from '../compare-tables.ts';

/** Rows of one table that are shown; more would not be read on a screen. */
const MOST = 1000;
/** Rows, or groups of those that stay, that are shown at once; the others are folded, so that what follows the table is found. */
const AT_ONCE = { same: 0, changed: 40, added: 40, removed: 10 } as const;
const WORDS = { same: '没有变化', changed: '有变化', added: '新表格', removed: '表格已删除' } as const;
const MARKS = { same: '', changed: '改', added: '增', removed: '删' } as const;

/** A table cell by cell. Rows that stay are folded; those up to the names of the columns are always shown. */
export function showTable({ name, kind, rows }: TableChange): Html {
  const named = headOf(rows);
  const others = rows.slice(named + 1);
  const shown = others.slice(0, MOST);
  const left = others.slice(MOST);
  const changesIn = (some: readonly RowChange[]) => some.filter((row) => row.kind !== 'same').length;
  const groups = kind === 'changed' ? toGroups(shown) : shown.map((row) => [row]);
  const folded = groups.slice(AT_ONCE[kind]).flat();
  const toRows = (some: readonly RowChange[][]) =>
    kind === 'changed' ? some.map(showGroup) : some.flat().map((row) => showRow(row, 'td', kind));
  const toTable = (some: readonly RowChange[][]) => html`<div class="scroll"><table>
<thead>${rows.slice(0, named + 1).map((row) => showRow(row, 'th', kind))}</thead>
<tbody>${toRows(some)}</tbody>
</table></div>`;
  return html`<figure class="sheet ${kind}">
<figcaption>${name} <span class="tag ${kind}">${WORDS[kind]}</span></figcaption>
${toTable(groups.slice(0, AT_ONCE[kind]))}
${folded.length > 0 ? html`<details><summary>其余 ${folded.length} 行${kind === 'changed' ? `，其中 ${changesIn(folded)} 行有变化` : ''}</summary>${toTable(groups.slice(AT_ONCE[kind]))}</details>` : ''}
${left.length > 0 ? html`<p class="fault">后面还有 ${left.length} 行没有列出，其中 ${changesIn(left)} 行有变化。下载附件或者打开页面核对。</p>` : ''}
</figure>`;
}

/** Rows that stay, next to one another, as one group. */
function toGroups(rows: readonly RowChange[]): RowChange[][] {
  const groups: RowChange[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && row.kind === 'same' && last[0]!.kind === 'same') last.push(row);
    else groups.push([row]);
  }
  return groups;
}

const showGroup = (group: RowChange[]): Html =>
  group.length > 3
    ? html`<tr class="fold"><td></td><td colspan="${group[0]!.cells.length}">第 ${group[0]!.number}—${group.at(-1)!.number} 行没有变化</td></tr>`
    : html`${group.map((row) => showRow(row, 'td', 'changed'))}`;

/** @param table what became of the whole: rows of a new one are not marked one by one */
function showRow({ kind, number, cells }: RowChange, tag: 'th' | 'td', table: TableChange['kind']): Html {
  const [open, close] = [raw(`<${tag}>`), raw(`</${tag}>`)];
  return html`<tr class="${kind}"><th class="number" scope="row">${table === 'changed' ? MARKS[kind] : ''}<small>${number}</small></th>${cells.map((cell) => html`${open}${showCell(cell, kind)}${close}`)}</tr>`;
}

function showCell({ before, after }: CellChange, row: RowChange['kind']): Html {
  if (row === 'added') return html`${after ?? ''}`;
  if (row === 'removed') return html`${before ?? ''}`;
  if (before === after) return html`${after ?? ''}`;
  return html`${before ? html`<del>${before}</del>` : ''} ${after ? html`<ins>${after}</ins>` : ''}`;
}
