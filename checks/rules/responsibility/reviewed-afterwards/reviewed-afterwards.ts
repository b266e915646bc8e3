import { reviewDue } from '../../../../cms/model/emergency.ts';
import { block, defineRule, warn } from '../../../rule.ts';

export default defineRule({
  id: 'responsibility/reviewed-afterwards',
  title: '紧急发布的内容二十四小时内补审',
  basis: [{ law: '中华人民共和国突发事件应对法', article: '第七条' }, { law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: ['STD-REV-06'],
  scope: 'library',
  ofHistory: true,
  sensitive: false,
  waivable: false,
  messages: {
    due: warn<{ due: string }>(({ due }) => `紧急发布，还没有补审。由审核、保密审查和签发的人在 ${due} 以前补审。`),
    overdue: block<{ due: string }>(({ due }) => `紧急发布逾期未补审，应当在 ${due} 以前补审。马上补审，或者撤下。`),
  },
  check({ library, today, spotOf }, report) {
    for (const { folder, owed } of library.owedReviews()) {
      const due = reviewDue(owed.since);
      report(due.slice(0, 10) < today ? 'overdue' : 'due', { ...spotOf(`${folder}/index.md`, 'title'), written: due }, { due });
    }
  },
});
