import { addDays } from '../../../../cms/calendar/days.ts';
import { block, defineRule } from '../../../rule.ts';

/** Days by which publication may come before the change that holds it (STD-INS-14). */
const SLACK = 1;

export default defineRule({
  id: 'disclosure/published-date',
  title: '发布日期和索引号发布后不再改动，不倒填',
  basis: [{ law: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）' }],
  standards: ['STD-INS-14', 'STD-REV-07', 'STD-LNK-02'],
  scope: 'change',
  sensitive: false,
  waivable: true,
  messages: {
    moved: block<{ before: string }>(({ where, before }) => `${where}原来是 ${before}，发布后不能改。改回去；改正错误写在“更正说明”里。`),
    claimed: block(({ where }) => `${where}由系统在导入时写入，接收以后不能加上，也不能改。改回去。`),
    renumbered: block<{ before: string }>(({ where, before }) => `${where}原来是 ${before}，发布后不能改。改回去。`),
    backdated: block<{ since: string }>(({ where, since }) => `${where}早于实际发布的日子 ${since}，属于倒填。改成实际发布的时间。`),
  },
  check({ entries, since }, report) {
    for (const { before, after, spotOf } of entries) {
      if (!after) continue;
      const [was, is] = [before?.data.published_at, after.data.published_at];
      if (was !== undefined && is !== was) report('moved', { ...spotOf('published_at'), written: was }, { before: was });
      if (was === undefined && is !== undefined && is.slice(0, 10) < addDays(since, -SLACK))
        report('backdated', { ...spotOf('published_at'), written: is }, { since });
      const [claimed, claims] = [before?.data.imported, after.data.imported].map((imported) => JSON.stringify(imported));
      if (claims !== claimed && (before || is !== undefined)) report('claimed', spotOf('imported'));
      if (before?.number !== undefined && after.number !== before.number)
        report('renumbered', { ...spotOf('index_number'), written: before.number }, { before: before.number });
    }
  },
});
