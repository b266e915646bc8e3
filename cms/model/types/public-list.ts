import { day, group, text, yes } from '../field.ts';
import { PHONE } from '../shapes.ts';
import { defineType } from '../type.ts';

/** What stands in the place of a list about persons when its period is over. */
export const TAKEN_DOWN =
  '本次公示期已经届满。公示内容含有个人信息，名单和附件已按规定从网上撤下。需要了解公示结果的，可以向受理单位询问。';

export const publicList = defineType({
  name: 'public-list',
  label: '公示',
  use: '在规定期限内公示名单和事项，听取意见。含个人信息的，期满次日正文和附件自动从网上撤下。',
  columns: ['list'],
  signOffs: ['review', 'secrecy', 'approval'],
  body: 'required',
  fields: {
    starts_on: day({ label: '公示开始', help: '公示期第一天。' }),
    ends_on: day({ label: '公示结束', help: '公示期最后一天，不短于法定天数。' }),
    basis: text({ label: '公示依据', help: '法规或者文件，写到条款。', max: 200 }),
    has_personal_data: yes({
      label: '含个人信息',
      help: '有姓名等个人信息的选是，期满次日正文和附件自动撤下。发布结果时删去名单，再改成否。',
    }),
    objection: group({
      label: '异议渠道',
      help: '群众向谁反映。',
      fields: {
        unit: text({ label: '受理单位', help: '科室全称。', max: 60 }),
        phone: text({ label: '受理电话', help: '带区号。', max: 20, shape: PHONE }),
        address: text({ label: '受理地址', help: '到房间。', max: 80 }),
      },
    }),
  },
});
