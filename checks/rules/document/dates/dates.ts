import { block, defineRule, warn } from '../../../rule.ts';
import { dataOf } from '../../../subjects/data-of.ts';
import { reversedIn } from './reversed.ts';
import { datesAlone } from './sign-off-dates.ts';

export default defineRule({
  id: 'document/dates',
  title: '成文、发布、施行的日期先后合理，写法规范',
  basis: [
    { law: '党政机关公文格式（GB/T 9704-2012）', article: '7.3.5.4' },
    { law: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）' },
  ],
  standards: ['STD-DOC-07', 'STD-DOC-23', 'STD-DOC-24'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    after: block<{ day: string }>(({ where, day }) => `${where}晚于发布日期 ${day}。文件不会在成文以前发布，对照原件改正。`),
    ahead: block<{ today: string }>(({ where, today }) => `${where}在 ${today} 以后，还没有到。改成实际发布的时间。`),
    draft: warn(({ where }) => `${where}还没有到。发布前对照原件核对。`),
    reversed: warn<{ other: string }>(({ where, other }) => `${where}早于“${other}”。对照原件核对这两个日期。`),
    differs: warn(({ where }) => `${where}和正文落款的日期不一致。对照原件改正。`),
    zero: warn<{ date: string }>(({ date }) => `落款日期“${date}”的月、日前面多了“0”。去掉“0”。`),
  },
  check(entry, report) {
    const { data, body, today } = entry;
    const published = data.published_at?.slice(0, 10);
    if (published && published > today) report('ahead', entry.spotOf('published_at'), { today });
    for (const { field, other } of reversedIn(entry)) report('reversed', entry.spotOf(field), { other });
    const document = dataOf(entry, 'policy') ?? dataOf(entry, 'disclosure');
    if (!document) return;
    const day = document.document_date;
    if (published && day > published) report('after', entry.spotOf('document_date'), { day: published });
    if (!published && day > today) report('draft', entry.spotOf('document_date'));
    const alone = datesAlone(body);
    const { length } = alone;
    if (entry.type === 'policy' && length > 0 && !alone.some((date) => date.day === day)) report('differs', entry.spotOf('document_date'));
    for (const { written, start } of alone)
      if (/[年月]0/u.test(written)) report('zero', entry.spotIn(start, start + written.length), { date: written });
  },
});
