import { choice, day, group, list, text } from '../field.ts';
import { defineType } from '../type.ts';

export const dataset = defineType({
  name: 'dataset',
  label: '开放数据',
  use: '开放机器可读的数据，免费下载。数据文件用 CSV，并逐列说明。',
  columns: ['data'],
  signOffs: ['review', 'secrecy', 'approval'],
  body: 'required',
  fields: {
    provider: text({ label: '数据提供单位', help: '全称。', max: 40 }),
    frequency: choice({
      label: '更新周期',
      help: '按周期更新。',
      options: { monthly: '每月', quarterly: '每季度', 'half-yearly': '每半年', yearly: '每年', irregular: '不定期' },
    }),
    updated_on: day({ label: '数据更新日期', help: '数据截止的日期。' }),
    covers: text({ label: '覆盖范围', help: '时间和地域。', max: 80 }),
    licence: choice({
      label: '使用许可',
      help: '无条件开放或者注明来源。',
      options: { open: '无条件开放', attribution: '注明来源后可自由使用' },
    }),
    dictionary: list({
      label: '数据字典',
      help: '按列的先后逐列说明。',
      min: 1,
      max: 60,
      of: group({
        label: '数据项',
        help: '一列。',
        fields: {
          name: text({ label: '列名', help: '与数据文件第一行一致。', max: 40 }),
          type: choice({
            label: '数据类型',
            help: '类型。',
            options: { text: '文本', integer: '整数', number: '小数', date: '日期' },
          }),
          meaning: text({ label: '说明', help: '含义和单位。', max: 120 }),
        },
      }),
    }),
  },
});
