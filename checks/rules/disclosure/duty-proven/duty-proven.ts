import { defineRule, warn } from '../../../rule.ts';
import { unproven } from './proof.ts';

export default defineRule({
  id: 'disclosure/duty-proven',
  title: '目录里的每一项都有内容证明已经公开，或者有无此类信息声明',
  basis: [
    { law: '中华人民共和国政府信息公开条例', article: '第十九条、第二十条、第二十一条' },
    { law: '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见（国办发〔2019〕54号）' },
  ],
  standards: [
    ...['STD-FOI-20', 'STD-FOI-22', 'STD-FOI-23', 'STD-FOI-24', 'STD-FOI-25', 'STD-FOI-26', 'STD-FOI-27', 'STD-FOI-28', 'STD-FOI-29'],
    ...['STD-FOI-30', 'STD-FOI-31', 'STD-FOI-32', 'STD-FOI-33', 'STD-FOI-35', 'STD-FOI-36', 'STD-GRA-05', 'STD-PUB-12', 'STD-PUB-18'],
  ],
  scope: 'library',
  ofRecords: true,
  sensitive: false,
  waivable: true,
  messages: {
    never: warn<{ unit: string; duty: string }>(
      ({ unit, duty }) => `${unit}没有公开“${duty}”。发布内容并选上“公开事项”，确实没有的发声明。`,
    ),
    outdated: warn<{ unit: string; duty: string; since: string }>(
      ({ unit, duty, since }) => `${unit}从 ${since} 起没有公开“${duty}”。按时限公开，确实没有的发声明。`,
    ),
  },
  check({ library, today, spotOf }, report) {
    for (const duty of library.duties())
      for (const { unit, since } of unproven(duty, library, today)) {
        const spot = { ...spotOf(`units/${unit.id}.yaml`, 'columns'), where: '“公开事项”', written: duty.id };
        const name = duty.name.length > 18 ? `${duty.name.slice(0, 17)}…` : duty.name;
        if (since === '') report('never', spot, { unit: unit.short_name, duty: name });
        else report('outdated', spot, { unit: unit.short_name, duty: name, since });
      }
  },
});
