import { limitOf, toLimitWords } from '../../../../cms/model/limit.ts';
import { defineRule, warn } from '../../../rule.ts';
import { dataOf } from '../../../subjects/data-of.ts';
import { elapsed } from './elapsed.ts';

export default defineRule({
  id: 'disclosure/in-time',
  title: '政府信息在法定期限内公开',
  basis: [
    { law: '中华人民共和国政府信息公开条例', article: '第二十六条' },
    { law: '中华人民共和国预算法', article: '第十四条' },
    { law: '国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见（国办发〔2018〕118号）' },
  ],
  standards: [
    'STD-FOI-40',
    'STD-GRA-06',
    'STD-PUB-01',
    'STD-PUB-02',
    'STD-PUB-03',
    'STD-PUB-07',
    'STD-PUB-11',
    'STD-PUB-19',
    'STD-CAL-03',
    'STD-CAL-04',
  ],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    late: warn<{ limit: string; taken: string }>(
      ({ limit, taken }) => `形成后${taken}才公开，期限是${limit}。在正文里说明原因，以后按期公开。`,
    ),
    overdue: warn<{ limit: string }>(({ where, limit }) => `从${where}算起已经过了${limit}的公开期限，还没有发布。尽快审核发布。`),
  },
  check(entry, report) {
    const data = dataOf(entry, 'policy') ?? dataOf(entry, 'disclosure');
    if (!data) return;
    const limit = limitOf((data.duties ?? []).flatMap((id) => entry.library.duty(id) ?? []));
    if (!limit) return;
    const published = data.published_at?.slice(0, 10);
    const taken = elapsed(limit.unit, data.document_date, published ?? entry.today, entry.calendar);
    if (taken === undefined || taken <= limit.days) return;
    const spot = entry.spotOf(published ? 'published_at' : 'document_date');
    if (published) report('late', spot, { limit: toLimitWords(limit), taken: toLimitWords({ ...limit, days: taken }) });
    else report('overdue', spot, { limit: toLimitWords(limit) });
  },
});
