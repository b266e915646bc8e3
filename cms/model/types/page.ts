import { day, integer } from '../field.ts';
import { defineType } from '../type.ts';

export const page = defineType({
  name: 'page',
  label: '单页',
  use: '概况、历史、地理等长期不变的介绍。按期核对，数字要写明年份。',
  columns: ['overview'],
  signOffs: ['review', 'secrecy', 'approval'],
  body: 'required',
  fields: {
    order: integer({ label: '排列顺序', help: '在栏目里的先后。', max: 999 }),
    checked_on: day({ label: '核对日期', help: '最近一次核对内容的日期。' }),
  },
});
