import { day, reference, text } from '../field.ts';
import { defineType } from '../type.ts';

export const nilStatement = defineType({
  name: 'nil-statement',
  label: '无此类信息声明',
  use: '目录里的某一项在一段时期内确实没有信息可公开时，由负责人声明。',
  columns: ['disclosure'],
  signOffs: ['review', 'secrecy', 'approval'],
  body: 'optional',
  fields: {
    duty: reference({ label: '对应事项', help: '目录里的事项代码。', to: 'duty' }),
    from: day({ label: '时期起', help: '第一天。' }),
    until: day({ label: '时期止', help: '最后一天。' }),
    reason: text({ label: '情况说明', help: '为什么没有。', max: 300 }),
    declared_by: text({ label: '声明人职务', help: '例如 局长。', max: 30 }),
  },
});
