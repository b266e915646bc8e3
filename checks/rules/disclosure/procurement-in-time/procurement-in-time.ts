import { defineRule, warn } from '../../../rule.ts';
import { eventIn, kindOf } from './notices.ts';

/** Working days after the event (政府采购法实施条例 art. 43, 50). */
const WITHIN = 2;

export default defineRule({
  id: 'disclosure/procurement-in-time',
  title: '采购结果和采购合同在两个工作日内公告',
  basis: [{ law: '中华人民共和国政府采购法实施条例', article: '第四十三条、第五十条' }],
  standards: ['STD-PUB-17'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    late: warn<{ event: string; days: number }>(
      ({ event, days }) => `${event}${days}个工作日后才公告，应当在2个工作日内。查明原因，以后按时公告。`,
    ),
    undated: warn<{ event: string }>(({ where, event }) => `${where}没有写${event}的日期。对照采购文件补上。`),
  },
  check({ data, type, body, calendar, spotIn }, report) {
    const published = data.published_at?.slice(0, 10);
    const kind = type === 'notice' || type === 'disclosure' || type === 'public-list' ? kindOf(data.title) : undefined;
    if (!kind || !published) return;
    const found = eventIn(body, kind);
    const days = found && calendar.workdaysBetween(found.day, published);
    if (!found) report('undated', spotIn(0, 0), { event: kind.event });
    else if (days !== undefined && days > WITHIN) report('late', spotIn(found.start, found.end), { event: kind.event, days });
  },
});
