import { block, defineRule } from '../../../rule.ts';

export default defineRule({
  id: 'responsibility/acts-hold',
  title: 'main 的每次提交都和它的责任记录一致',
  basis: [{ law: '中华人民共和国政府信息公开条例', article: '第十七条' }, { law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: ['STD-REV-01', 'STD-REV-02', 'STD-REV-03', 'STD-REV-06', 'STD-REV-07', 'STD-SEED-03'],
  scope: 'change',
  sensitive: false,
  waivable: false,
  messages: {
    broken: block<{ commit: string; words: string }>(({ commit, words }) => `提交 ${commit}：${words}`),
  },
  check({ acts }, report) {
    for (const { commit, file, words } of acts?.faults ?? []) report('broken', { where: '责任记录', written: '', file }, { commit, words });
  },
});
