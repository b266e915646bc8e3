import { block, defineRule, warn } from '../../../rule.ts';
import { dataOf } from '../../../subjects/data-of.ts';
import { CONSULTATION, lastingDays, termOf, toWords } from './terms.ts';

export default defineRule({
  id: 'disclosure/minimum-period',
  title: '公示和征求意见的期限不短于法定天数',
  basis: [
    { law: '重大行政决策程序暂行条例', article: '第十五条' },
    { law: '优化营商环境条例', article: '第六十二条' },
    { law: '中华人民共和国土地管理法实施条例', article: '第二十六条、第二十八条' },
    { law: '国有土地上房屋征收与补偿条例', article: '第十条' },
    { law: '中华人民共和国城乡规划法', article: '第二十六条' },
    { law: '中华人民共和国公务员法', article: '第三十二条' },
  ],
  standards: [
    'STD-INT-07',
    'STD-PUB-05',
    'STD-PUB-06',
    'STD-PUB-09',
    'STD-PUB-10',
    'STD-PUB-13',
    'STD-PUB-14',
    'STD-PUB-15',
    'STD-PUB-16',
    'STD-PUB-21',
  ],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    short: block<{ term: string }>(({ where, term }) => `期限不足${term}。推迟${where}；开始的当天不算在内。`),
    unexplained: block(({ where }) => `征求意见不足30日，没有填写${where}。写明理由，或者延长到30日。`),
    late: warn<{ day: string }>(({ where, day }) => `${where}早于发布日期 ${day}。期限从发布之日算起，对照实际公示时间改正。`),
  },
  check(entry, report) {
    const list = dataOf(entry, 'public-list');
    const consultation = dataOf(entry, 'consultation');
    const fields = list ? ['starts_on', 'ends_on'] : ['opens_on', 'closes_on'];
    const [starts, ends] = list ? [list.starts_on, list.ends_on] : [consultation?.opens_on, consultation?.closes_on];
    if (!starts || !ends) return;
    const published = entry.data.published_at?.slice(0, 10) ?? starts;
    if (starts < published) report('late', entry.spotOf(fields[0]!), { day: published });
    const from = [starts, published].sort()[1]!;
    const fixed = termOf(entry.data.title);
    const term = fixed ?? (consultation && CONSULTATION);
    if (!term || lastingDays(from, ends, term.unit, entry.calendar) >= term.days) return;
    if (fixed || !consultation) report('short', { ...entry.spotOf(fields[1]!), written: ends }, { term: toWords(term) });
    else if (!consultation.shorter_reason) report('unexplained', { ...entry.spotOf(fields[1]!), where: '“缩短期限的理由”', written: ends });
  },
});
