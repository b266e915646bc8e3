import type { Calendar } from '../../../../cms/calendar/calendar.ts';
import { addMonths } from '../../../../cms/calendar/days.ts';
import { INTERPRETATION_LIMIT } from '../../../../cms/model/limit.ts';
import { defineRule, warn } from '../../../rule.ts';
import { dataOf } from '../../../subjects/data-of.ts';

const { days: WITHIN } = INTERPRETATION_LIMIT;

export default defineRule({
  id: 'disclosure/interpretation',
  title: '规范性文件有解读，在三个工作日内发布，互相链接',
  basis: [
    { law: '国务院办公厅印发《关于全面推进政务公开工作的意见》实施细则的通知（国办发〔2016〕80号）' },
    { law: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）' },
  ],
  standards: ['STD-POL-02', 'STD-POL-04', 'STD-POL-08', 'STD-INS-36', 'STD-INS-37'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    missing: warn(() => '规范性文件发布3个工作日后还没有解读。由起草单位补上解读材料，并填写“解读的文件”。'),
    late: warn<{ days: number }>(({ days }) => `解读在文件发布${days}个工作日后才发布，应当在3个工作日内。以后和文件同步发布。`),
    before: warn(({ where }) => `解读比文件先发布。核对${where}。`),
    other: warn<{ number: string }>(({ where, number }) => `${where}里的 ${number} 不是政策文件。改成被解读文件的索引号。`),
  },
  check(entry, report) {
    const { library, number, today, calendar } = entry;
    const published = entry.data.published_at?.slice(0, 10);
    if (!published || !number) return;
    if (dataOf(entry, 'policy')?.normative && isOver(published, today, calendar) && library.referring('interprets', number).length === 0)
      report('missing', entry.spotOf('title'));
    for (const [index, target] of (dataOf(entry, 'interpretation')?.interprets ?? []).entries()) {
      const item = library.item(target);
      if (!item) continue;
      const spot = { ...entry.spotOf(`interprets.${index}`), written: target };
      const days = calendar.workdaysBetween(item.publishedAt.slice(0, 10), published);
      if (item.type !== 'policy' && item.type !== 'consultation' && item.type !== 'disclosure') report('other', spot, { number: target });
      else if (published < item.publishedAt.slice(0, 10)) report('before', spot);
      else if (days !== undefined && days > WITHIN) report('late', { ...entry.spotOf('published_at'), written: target }, { days });
    }
  },
});

/** Whether the term has ended; documents of more than a year ago are left alone, since inspections look at newer ones. */
const isOver = (published: string, today: string, calendar: Calendar) =>
  published > addMonths(today, -12) && (calendar.workdaysBetween(published, today) ?? 0) > WITHIN;
