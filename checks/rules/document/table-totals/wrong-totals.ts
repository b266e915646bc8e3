import type { Table } from '../../../text/document.ts';
import type { Passage } from '../../../text/passage.ts';

const TOTAL = /^(?:合计|总计|共计)$/u;
/** Rows that are part of another, and columns that are no amounts. */
const PART = /小计|其中|^[（(]|合计|总计|\d[-—.]\d+$/u;
const NO_AMOUNT = /序号|编号|年|率|比|%|％|平均|人均|单价|标准|增|排名|电话|代码|日期/u;

interface Wrong {
  cell: Passage;
  said: string;
  sum: string;
}

/** Totals in the last row of a simple table that are not the sum of the rows above. */
export function wrongTotals({ rows }: Table): Wrong[] {
  const [head, ...body] = rows;
  const last = body.pop();
  const total = last?.findIndex((cell) => cell && TOTAL.test(label(cell))) ?? -1;
  if (!head || !last || total < 0 || total > 1 || body.length < 2) return [];
  if (body.some((row) => row.slice(0, 3).some((cell) => cell && PART.test(label(cell))))) return [];
  return head.flatMap((name, column) => {
    const cell = last[column];
    if (!name || !cell || column === total || NO_AMOUNT.test(label(name))) return [];
    const said = toAmount(cell);
    const amounts = body.map((row) => toAmount(row[column]));
    if (said === undefined || amounts.some((amount) => amount === undefined)) return [];
    const sum = (amounts as number[]).reduce((all, amount) => all + amount, 0);
    const places = Math.max(...[cell, ...body.map((row) => row[column]!)].map(({ text }) => text.split('.')[1]?.length ?? 0));
    // Rounded parts may differ from a rounded whole by half a unit each.
    const slack = places > 0 ? (amounts.length / 2) * 10 ** -places : 0;
    return Math.abs(sum - said) > slack + 1e-9 ? [{ cell, said: cell.text.trim(), sum: sum.toFixed(places) }] : [];
  });
}

const label = ({ text }: Passage) => text.replaceAll(/\s/gu, '');

/** A plain number; undefined for anything else. */
function toAmount(cell: Passage | undefined): number | undefined {
  const text = cell?.text.trim().replaceAll(',', '') ?? '';
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : undefined;
}
