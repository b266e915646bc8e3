import { addDays } from '../../../../cms/calendar/days.ts';
import { defineRule, warn } from '../../../rule.ts';
import { dataOf } from '../../../subjects/data-of.ts';

/** Days of a cycle and a fifth more (STD-DATA-02); data without a cycle are not looked at. */
const DAYS = { monthly: 37, quarterly: 110, 'half-yearly': 220, yearly: 438, irregular: undefined } as const;

export default defineRule({
  id: 'disclosure/dataset-current',
  title: '开放数据按周期更新',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: ['STD-DATA-02'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    stale: warn<{ day: string }>(({ where, day }) => `${where}是 ${day}，过了更新周期。更新数据，不再更新的把周期改成“不定期”。`),
  },
  check(entry, report) {
    const data = dataOf(entry, 'dataset');
    const days = data && DAYS[data.frequency];
    if (!data || days === undefined || !entry.isPublic || addDays(data.updated_on, days) >= entry.today) return;
    // A county may publish each period as an entry of its own: the newest with the same columns counts.
    const isFollowed = entry.library.stored.holding(['dataset'], data.provider).some((other) => {
      const next = dataOf(other, 'dataset');
      return other.isPublic && next && next.updated_on > data.updated_on && columnsOf(next) === columnsOf(data);
    });
    if (!isFollowed) report('stale', { ...entry.spotOf('updated_on'), written: data.updated_on }, { day: data.updated_on });
  },
});

const columnsOf = ({ dictionary }: { dictionary: readonly { name: string }[] }) => dictionary.map(({ name }) => name).join();
