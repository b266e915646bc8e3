import { block, defineRule, warn } from '../../../rule.ts';
import { dataOf } from '../../../subjects/data-of.ts';
import { reportBefore } from './report-before.ts';
import { wrongSums } from './wrong-sums.ts';

export default defineRule({
  id: 'document/report-arithmetic',
  title: '政府信息公开年报的表格勾稽一致',
  basis: [
    { law: '中华人民共和国政府信息公开条例', article: '第五十条' },
    { law: '国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知（国办公开办函〔2021〕30号）' },
  ],
  standards: ['STD-AR-03', 'STD-AR-04', 'STD-AR-05', 'STD-AR-06', 'STD-AR-07', 'STD-AR-08', 'STD-AR-09', 'STD-AR-10'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    sum: block<{ words: string }>(({ where, words }) => `${where}的数不对：${words}。核对台账后改正。`),
    carried: warn<{ now: number; then: number }>(
      ({ where, now, then }) => `${where}的总计是 ${now}，上年报告结转下年的是 ${then}。核对两年的报告。`,
    ),
    inForce: warn<{ now: number; due: number }>(
      ({ where, now, due }) => `${where}现行有效 ${now} 件，按上年数加制发减废止是 ${due} 件。核对，或者在正文里说明。`,
    ),
  },
  check(entry, report) {
    const data = dataOf(entry, 'annual-report');
    if (!data) return;
    for (const { field, words } of wrongSums(data)) report('sum', { ...entry.spotOf(field), written: words }, { words });
    const before = reportBefore(entry.library, entry.unit, data.year);
    if (!before) return;
    const [now, then] = [data.requests.carried_in.at(-1)!, before.requests.carried_out.at(-1)!];
    if (now !== then) report('carried', entry.spotOf('requests.carried_in'), { now, then });
    for (const kind of ['rules', 'normative'] as const) {
      const [made = 0, repealed = 0, inForce = 0] = data.active[kind];
      const due = (before.active[kind][2] ?? 0) + made - repealed;
      if (inForce !== due) report('inForce', entry.spotOf(`active.${kind}`), { now: inForce, due });
    }
  },
});
