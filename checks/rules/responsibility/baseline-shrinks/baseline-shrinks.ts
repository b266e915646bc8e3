import { block, defineRule, warn } from '../../../rule.ts';

const SPOT = { where: '基线', written: '', file: 'baseline.json' };

export default defineRule({
  id: 'responsibility/baseline-shrinks',
  title: '基线只减少，不增加',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: ['STD-SEED-03'],
  scope: 'change',
  sensitive: false,
  waivable: false,
  messages: {
    grown: block<{ count: number }>(({ count }) => `基线增加了 ${count} 条。基线只能减少：改正内容，恢复原来的基线。`),
    unreadable: block(({ where }) => `${where}读不出来。从 Git 恢复 baseline.json。`),
    removed: block(() => '基线文件不能删去，删去以后可以另建更大的基线。恢复这个文件；旧问题都改好了，留下空的 []。'),
    begun: warn<{ count: number }>(({ count }) => `第一次建立基线，共 ${count} 条。由信息办核对后再合并。`),
  },
  check({ baseline: { before, after } }, report) {
    if (after === 'unreadable') report('unreadable', SPOT);
    else if (!after && before) report('removed', SPOT);
    else if (after && !before) report('begun', SPOT, { count: after.size });
    else if (after && before) {
      const count = [...after].filter((key) => !before.has(key)).length;
      if (count > 0) report('grown', SPOT, { count });
    }
  },
});
