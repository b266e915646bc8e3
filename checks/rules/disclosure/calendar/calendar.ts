import { block, defineRule, warn } from '../../../rule.ts';

export default defineRule({
  id: 'disclosure/calendar',
  title: '算工作日要用的节假日安排已经录入',
  basis: [{ law: '全国年节及纪念日放假办法' }],
  standards: ['STD-CAL-01', 'STD-CAL-02'],
  scope: 'library',
  ofRecords: true,
  sensitive: false,
  waivable: false,
  messages: {
    missing: block<{ year: number }>(
      ({ year }) => `没有 ${year} 年的节假日安排，工作日算不出来。按国务院办公厅通知写 lexicon/calendar-${year}.yaml。`,
    ),
    soon: warn<{ year: number }>(({ year }) => `还没有 ${year} 年的节假日安排。年底前按国务院办公厅通知写 lexicon/calendar-${year}.yaml。`),
    fault: block<{ words: string }>(({ words }) => words),
  },
  check({ today, calendar, calendarFaults, spotOf }, report) {
    for (const { file, line, column, message } of calendarFaults) {
      const place = { line, column, endLine: line, endColumn: column };
      report('fault', { where: `第${line}行`, written: message, file, place }, { words: message });
    }
    const year = Number(today.slice(0, 4));
    const at = { ...spotOf('portal.yaml', 'name'), where: '节假日安排' };
    if (calendar.isMissing(year)) report('missing', { ...at, written: String(year) }, { year });
    // The State Council tells the next year's holidays in November.
    else if (today.slice(5) >= '12-01' && calendar.isMissing(year + 1))
      report('soon', { ...at, written: String(year + 1) }, { year: year + 1 });
  },
});
