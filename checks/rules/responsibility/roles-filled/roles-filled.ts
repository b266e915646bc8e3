import { ROLES, type Unit } from '../../../../cms/model/unit.ts';
import { block, defineRule } from '../../../rule.ts';
import { findDistinct } from './distinct.ts';

const NEEDED = ['editor', 'review', 'secrecy', 'approval'] as const;

export default defineRule({
  id: 'responsibility/roles-filled',
  title: '每个单位的编辑、审核、保密审查和签发都有不同的人',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }, { law: '中华人民共和国政府信息公开条例', article: '第十七条' }],
  standards: ['STD-REV-01', 'STD-REV-02', 'STD-SEED-03'],
  scope: 'library',
  ofRecords: true,
  sensitive: false,
  waivable: false,
  messages: {
    missing: block<{ unit: string; role: string }>(({ unit, role }) => `${unit}没有人担任“${role}”。在“发布人员”里指定一个人。`),
    same: block<{ unit: string }>(({ unit }) => `${unit}的四个角色不能由四个不同的人担任。增加发布人员。`),
    repeated: block<{ unit: string; id: string }>(({ unit, id }) => `${unit}有两个人用账号 ${id}。给每个人一个自己的账号。`),
    office: block(() => '全县没有人担任“信息办”。在县信息办所在单位指定一个人。'),
  },
  check({ library, spotOf }, report) {
    const units = library.units();
    for (const unit of units) {
      const spot = spotOf(`units/${unit.id}.yaml`, 'people');
      const missing = NEEDED.filter((role) => holders(unit, role).length === 0);
      for (const role of missing) report('missing', spot, { unit: unit.short_name, role: ROLES[role] });
      const isDistinct = findDistinct(NEEDED.map((role) => holders(unit, role)));
      if (missing.length === 0 && !isDistinct) report('same', spot, { unit: unit.short_name });
      for (const [at, { id }] of unit.people.entries())
        if (unit.people.findIndex((person) => person.id === id) < at)
          report('repeated', spotOf(`units/${unit.id}.yaml`, `people.${at}.id`), { unit: unit.short_name, id });
    }
    if (units.length > 0 && !units.some((unit) => holders(unit, 'office').length > 0)) report('office', spotOf('portal.yaml', 'operator'));
  },
});

const holders = ({ people }: Unit, role: keyof typeof ROLES): string[] =>
  people.filter(({ roles }) => roles.includes(role)).map(({ id }) => id);
