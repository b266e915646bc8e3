import { choice, day, text } from '../field.ts';
import { defineType } from '../type.ts';

export const letter = defineType({
  name: 'letter',
  label: '网民留言',
  use: '公开来信和答复。写信人只留姓氏称呼，电话、住址和证件号码一律删去。答复写在正文里。',
  columns: ['letter'],
  signOffs: ['review', 'secrecy', 'approval'],
  body: 'required',
  fields: {
    category: choice({
      label: '来信类别',
      help: '按诉求选。',
      options: { question: '咨询', suggestion: '建议', complaint: '投诉', help: '求助' },
    }),
    writer: text({ label: '来信人', help: '只写姓氏称呼，例如 王女士。', max: 10 }),
    received_on: day({ label: '来信日期', help: '收到的日期。' }),
    question: text({ label: '来信内容', help: '原意不变，删去个人信息。', max: 1500, lines: true }),
    replied_on: day({ label: '答复日期', help: '答复的日期。' }),
  },
});
