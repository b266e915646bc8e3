import { isMissing } from '../../../calendar/workdays.ts';
import { block, defineRule, warn } from '../../../rule.ts';

export default defineRule({
  id: 'disclosure/calendar',
  title: '算工作日要用的节假日安排已经录入',
  basis: [{ law: '全国年节及纪念日放假办法' }],
  standards: ['STD-CAL-01', 'STD-CAL-02'],
  scope: 'library',
  sensitive: false,
  waivable: false,
  messages: {
    missing: block<{ year: number }>(({ year }) => `还没有录入 ${year} 年的节假日安排，工作日算不出来。由信息办按国务院办公厅通知补上。`),
    soon: warn<{ year: number }>(({ year }) => `还没有录入 ${year} 年的节假日安排。由信息办在年底前按国务院办公厅通知补上。`),
  },
  check({ today, spotOf }, report) {
    const year = Number(today.slice(0, 4));
    const at = { ...spotOf('portal.yaml', 'name'), where: '节假日安排' };
    if (isMissing(year)) report('missing', { ...at, written: String(year) }, { year });
    // The State Council tells the next year's holidays in November.
    else if (today.slice(5) >= '12-01' && isMissing(year + 1)) report('soon', { ...at, written: String(year + 1) }, { year: year + 1 });
  },
});
