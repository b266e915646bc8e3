import type { Values } from './field.ts';
import { choice, group, integer, list, text } from './field.ts';
import { ID } from './shapes.ts';
import { UNIT_KINDS, type Unit } from './unit.ts';

/** When a duty is due (STD-CAL, STD-FOI-40, STD-FOI-49, STD-PUB). */
export const CLOCKS = {
  'working-days': '形成或者变更后若干个工作日内',
  days: '形成或者批准后若干日内',
  yearly: '每年规定日期前',
  quarterly: '每季度',
  standing: '长期公开，变动时更新',
} as const;

/** One thing the law obliges units to publish: one item of `catalogue/*.yaml`. */
export const dutyFields = {
  id: text({ label: '事项代码', help: '定了不改。', max: 40, shape: ID }),
  name: text({ label: '事项名称', help: '法定主动公开事项的名称。', max: 60 }),
  domain: text({ label: '领域', help: '一级事项，例如 财政预决算。', max: 20 }),
  basis: list({
    label: '公开依据',
    help: '法律、法规、规章或者文件，写到条款。',
    min: 1,
    max: 10,
    of: group({
      label: '公开依据',
      help: '一部法规。',
      fields: {
        law: text({ label: '法规名称', help: '全称，不带书名号。', max: 80 }),
        article: text({ label: '条款', help: '例如 第二十条第七项。', optional: true, max: 40 }),
      },
    }),
  }),
  elements: list({
    label: '公开内容',
    help: '必须公开的要素。',
    min: 1,
    max: 20,
    of: text({ label: '要素', help: '一项要素。', max: 80 }),
  }),
  owners: list({
    label: '公开主体',
    help: '哪几类单位承担。',
    min: 1,
    max: 4,
    of: choice({ label: '公开主体', help: '单位类别。', options: UNIT_KINDS }),
  }),
  units: list({
    label: '指定单位',
    help: '只由这些单位承担时填写单位代码。',
    optional: true,
    max: 40,
    of: text({ label: '单位代码', help: '单位文件的名称。', max: 40, shape: ID }),
  }),
  clock: group({
    label: '公开时限',
    help: '什么时候必须公开。',
    fields: {
      kind: choice({ label: '时限种类', help: '怎样计算。', options: CLOCKS }),
      days: integer({ label: '天数', help: '若干日或者若干个工作日。', optional: true, min: 1, max: 365 }),
      date: text({
        label: '截止日期',
        help: '每年的月和日，例如 01-31。',
        optional: true,
        max: 5,
        shape: { pattern: /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u, words: '写成“月-日”，例如 01-31' },
      }),
    },
  }),
  proof: list({
    label: '证明方式',
    help: '哪几类内容能证明已经公开。',
    min: 1,
    max: 14,
    of: text({ label: '内容类型', help: '内容类型的代码。', max: 30, shape: ID }),
  }),
} as const;
export type Duty = Values<typeof dutyFields>;

/** Whether a duty binds a unit: by its kind, and by its name where the duty names units. */
export const binds = ({ owners, units }: Duty, { id, kind }: Pick<Unit, 'id' | 'kind'>): boolean =>
  owners.includes(kind) && (!units || units.includes(id));
