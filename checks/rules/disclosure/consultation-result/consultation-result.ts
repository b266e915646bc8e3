import { addDays } from '../../../../cms/calendar/days.ts';
import { CONSULTATION_RESULT_DAYS } from '../../../../cms/model/limit.ts';
import { defineRule, warn } from '../../../rule.ts';
import { dataOf } from '../../../subjects/data-of.ts';

export default defineRule({
  id: 'disclosure/consultation-result',
  title: '征求意见结束后三十日内公布采纳情况',
  basis: [
    { law: '优化营商环境条例', article: '第六十二条' },
    { law: '重大行政决策程序暂行条例', article: '第三十二条' },
  ],
  standards: ['STD-INT-08'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    missing: warn<{ day: string }>(({ day }) => `征求意见已在 ${day} 结束，还没有公布采纳情况。填写“征集结果”。`),
    more: warn(({ where }) => `${where}比收到的意见还多。核对两个数。`),
  },
  check(entry, report) {
    const data = dataOf(entry, 'consultation');
    if (!data) return;
    if (!data.result && addDays(data.closes_on, CONSULTATION_RESULT_DAYS) < entry.today)
      report('missing', entry.spotOf('closes_on'), { day: data.closes_on });
    if (data.result && data.result.adopted > data.result.received) report('more', entry.spotOf('result.adopted'));
  },
});
