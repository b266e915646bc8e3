import { choice, day, group, integer, list, text } from '../field.ts';
import { PHONE } from '../shapes.ts';
import { defineType } from '../type.ts';

export const recruitment = defineType({
  name: 'recruitment',
  label: '招考录用',
  use: '登招聘、招录公告和资格审查、笔试、面试、体检等环节的通知。拟录用人员名单用“公示”。',
  columns: ['personnel'],
  signOffs: ['review', 'secrecy', 'approval'],
  body: 'required',
  fields: {
    stage: choice({
      label: '环节',
      help: '现在到哪一步。',
      options: {
        announcement: '招聘公告',
        qualification: '资格审查',
        written: '笔试',
        interview: '面试',
        examination: '体检考察',
        appointment: '任免',
      },
    }),
    posts: list({
      label: '岗位',
      help: '岗位、人数和条件。',
      optional: true,
      max: 60,
      of: group({
        label: '岗位',
        help: '一个岗位。',
        fields: {
          name: text({ label: '岗位名称', help: '名称。', max: 40 }),
          number: integer({ label: '人数', help: '招多少人。', min: 1, max: 999 }),
          conditions: text({ label: '条件', help: '学历、专业、年龄等。', max: 300 }),
        },
      }),
    }),
    applies_from: day({ label: '报名开始', help: '第一天。', optional: true }),
    applies_until: day({ label: '报名截止', help: '最后一天。', optional: true }),
    contact_phone: text({ label: '咨询电话', help: '带区号。', max: 20, shape: PHONE }),
  },
});
