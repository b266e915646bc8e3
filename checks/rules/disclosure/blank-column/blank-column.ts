import { listOf } from '../../../../cms/library/lists.ts';
import { block, defineRule, warn } from '../../../rule.ts';

/** Blank columns with which a site fails (国办秘函〔2019〕19号). */
const VETO = 5;

export default defineRule({
  id: 'disclosure/blank-column',
  title: '没有空白栏目',
  basis: [{ law: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）' }],
  standards: ['STD-INS-21', 'STD-INS-22', 'STD-INS-38', 'STD-WEB-12', 'STD-FOI-36'],
  scope: 'library',
  ofRecords: true,
  sensitive: false,
  waivable: true,
  messages: {
    blank: warn<{ unit: string; column: string }>(
      ({ unit, column }) => `${unit}的“${column}”栏目还没有内容。发布内容，或者在单位文件里撤下栏目。`,
    ),
    veto: block<{ count: number }>(({ count }) => `空白栏目有${count}个，满5个检查时就一票否决。逐个发布内容，或者撤下栏目。`),
  },
  check({ library, spotOf }, report) {
    let blank = 0;
    for (const unit of library.units())
      for (const [index, id] of unit.columns.entries()) {
        const column = library.column(id);
        if (!column || library.count(listOf.column(unit.id, id)) > 0) continue;
        blank++;
        const spot = { ...spotOf(`units/${unit.id}.yaml`, `columns.${index}`), where: '“栏目”', written: id };
        report('blank', spot, { unit: unit.short_name, column: column.name });
      }
    if (blank >= VETO) report('veto', { ...spotOf('columns.yaml', ''), where: '栏目表', written: '空白栏目' }, { count: blank });
  },
});
