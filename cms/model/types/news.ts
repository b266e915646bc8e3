import { defineType } from '../type.ts';

export const news = defineType({
  name: 'news',
  label: '动态',
  use: '登本单位的工作进展、会议和活动。要求群众照办的事用“通知公告”，文件用“政策文件”。',
  columns: ['news'],
  signOffs: ['review', 'secrecy', 'approval'],
  body: 'required',
  fields: {},
});
