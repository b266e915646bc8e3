import { defineRule, warn } from '../../../rule.ts';
import { dataOf } from '../../../subjects/data-of.ts';

/** Working days within which a list is taken down when its period is over. */
const WITHIN = 5;

export default defineRule({
  id: 'disclosure/ended-list',
  title: '公示期满，名单从网上撤下',
  basis: [{ law: '中华人民共和国个人信息保护法', article: '第十九条、第四十七条' }],
  standards: ['STD-PRV-12'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    ended: warn<{ day: string }>(
      ({ day }) => `公示 ${day} 已经期满，正文和附件已经自动撤下。删去名单，写上公示结果，再把“含个人信息”改成“否”。`,
    ),
  },
  check(entry, report) {
    const list = dataOf(entry, 'public-list');
    if (!entry.isPublic || !list?.has_personal_data) return;
    const { ends_on: day } = list;
    if ((entry.calendar.workdaysBetween(day, entry.today) ?? 0) > WITHIN)
      report('ended', { ...entry.spotOf('ends_on'), written: day }, { day });
  },
});
