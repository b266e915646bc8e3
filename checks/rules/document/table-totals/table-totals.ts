import { defineRule, warn } from '../../../rule.ts';
import { wrongTotals } from './wrong-totals.ts';

export default defineRule({
  id: 'document/table-totals',
  title: '表格的合计等于各行之和',
  basis: [{ law: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）' }],
  standards: ['STD-TXT-16'],
  scope: 'text',
  sensitive: false,
  waivable: true,
  messages: {
    differs: warn<{ said: string; sum: string }>(
      ({ where, said, sum }) => `${where}里表格的合计写着 ${said}，各行相加是 ${sum}。核对后改正。`,
    ),
  },
  check({ format, tables }, report) {
    if (format !== 'markdown') return;
    for (const table of tables) for (const { cell, said, sum } of wrongTotals(table)) report('differs', cell.spot(), { said, sum });
  },
});
