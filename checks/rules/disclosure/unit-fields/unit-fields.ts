import { addMonths } from '../../../../cms/calendar/days.ts';
import { defineRule, warn } from '../../../rule.ts';
import { dataOf } from '../../../subjects/data-of.ts';

export default defineRule({
  id: 'disclosure/unit-fields',
  title: '机构职能、联系方式和概况按期核对，项目齐全',
  basis: [{ law: '中华人民共和国政府信息公开条例', article: '第十二条、第二十条第二项' }],
  standards: ['STD-FOI-03', 'STD-FOI-04', 'STD-FOI-21', 'STD-INS-30', 'STD-INS-31', 'STD-INS-32'],
  scope: 'library',
  sensitive: false,
  waivable: true,
  messages: {
    fax: warn<{ unit: string }>(({ unit }) => `${unit}没有填写“传真号码”，信息公开指南里要有。没有传真机的，填代收单位的号码。`),
    leader: warn<{ unit: string }>(({ unit }) => `${unit}的负责人有两位同名。核对“负责人”名单。`),
    vague: warn(({ where }) => `${where}没有写出实际内容。对照“三定”规定和实际情况填写。`),
    unchecked: warn<{ day: string }>(({ day }) => `这一页从 ${day} 起没有核对，已满一年。核对内容和数字，改“核对日期”。`),
  },
  check({ library, today, spotOf }, report) {
    for (const unit of library.units()) {
      const at = (path: string) => spotOf(`units/${unit.id}.yaml`, path);
      if (!unit.fax && unit.kind !== 'utility') report('fax', { ...at('phone'), written: '传真' }, { unit: unit.short_name });
      const names = unit.leaders.map(({ name }) => name);
      if (new Set(names).size < names.length) report('leader', at('leaders'), { unit: unit.short_name });
      for (const [index, { name, in_charge_of: charge }] of unit.leaders.entries())
        if (/^(?:无|略|待定|暂缺|[xX×某]+)$/u.test(name) || /^(?:无|略|待定)$/u.test(charge))
          report('vague', { ...at(`leaders.${index}.name`), where: '“负责人”' });
    }
    for (const column of library.columns().filter(({ kind }) => kind === 'overview'))
      for (const unit of library.units())
        for (const item of unit.columns.includes(column.id) ? library.latest(`${unit.id}/${column.id}`, MOST) : []) {
          const day = dataOf(item, 'page')?.checked_on;
          const file = `entries/${item.unit}/page/${item.publishedAt.slice(0, 4)}/${item.number.slice(10)}/index.md`;
          if (day && addMonths(day, 12) <= today) report('unchecked', spotOf(file, 'checked_on'), { day });
        }
  },
});

/** Pages that a unit may have. */
const MOST = 500;
