import { choice, file, group, integer, list, text, yes } from '../field.ts';
import { PHONE, WEB_ADDRESS } from '../shapes.ts';
import { defineType } from '../type.ts';

/** The key elements are those of 国办秘函〔2019〕19号 and 行政许可法 art. 30 (STD-INS-27, STD-SVC-03). */
export const guide = defineType({
  name: 'guide',
  label: '办事指南',
  use: '一件事一份指南，要素不能缺。窗口、电话和时限变了要当天改。',
  columns: ['guide'],
  signOffs: ['review', 'secrecy', 'approval'],
  body: 'optional',
  fields: {
    item_code: text({ label: '事项编码', help: '与省事项库一致。', optional: true, max: 40 }),
    item_kind: choice({
      label: '事项类型',
      help: '按事项清单选。',
      options: {
        licence: '行政许可',
        confirmation: '行政确认',
        payment: '行政给付',
        reward: '行政奖励',
        service: '公共服务',
        other: '其他行政权力',
      },
    }),
    audience: list({
      label: '服务对象',
      help: '可以多选。',
      min: 1,
      max: 3,
      of: choice({ label: '服务对象', help: '对象。', options: { person: '自然人', company: '企业', body: '其他组织' } }),
    }),
    basis: list({
      label: '设定依据',
      help: '写到条款。',
      min: 1,
      max: 10,
      of: text({ label: '设定依据', help: '《法规名称》第几条。', max: 200 }),
    }),
    conditions: list({
      label: '申请条件',
      help: '一条一项。',
      min: 1,
      max: 20,
      of: text({ label: '申请条件', help: '一项条件。', max: 300 }),
    }),
    materials: list({
      label: '办理材料',
      help: '清单以外的材料不得索要。',
      max: 30,
      of: group({
        label: '办理材料',
        help: '一种材料。',
        fields: {
          name: text({ label: '材料名称', help: '全称。', max: 80 }),
          form: text({ label: '材料形式', help: '例如 原件1份。', max: 40 }),
          required: yes({ label: '必要', help: '必须提交的选是。' }),
          note: text({ label: '填写要求', help: '来源、可否告知承诺等。', optional: true, max: 200 }),
          sample: file({ label: '空白表格', help: '可以下载的表格。', optional: true, accepts: 'attachment' }),
        },
      }),
    }),
    steps: list({
      label: '办理流程',
      help: '按先后写。',
      min: 1,
      max: 12,
      of: group({
        label: '环节',
        help: '一个环节。',
        fields: {
          name: text({ label: '环节名称', help: '例如 受理。', max: 20 }),
          work: text({ label: '办理内容', help: '谁做什么、多长时间。', max: 300 }),
        },
      }),
    }),
    places: list({
      label: '办理地点',
      help: '写到窗口。',
      min: 1,
      max: 12,
      of: text({ label: '办理地点', help: '地址和窗口。', max: 120 }),
    }),
    hours: text({ label: '办理时间', help: '星期和钟点。', max: 120 }),
    phone: text({ label: '联系电话', help: '咨询电话，带区号。', max: 20, shape: PHONE }),
    supervision_phone: text({ label: '监督电话', help: '投诉电话，带区号。', max: 20, shape: PHONE }),
    statutory_days: integer({ label: '法定办结时限（工作日）', help: '没有规定的不填。', optional: true, min: 1, max: 365 }),
    promised_days: integer({ label: '承诺办结时限（工作日）', help: '当场办结填 0，不得长于法定时限。', min: 0, max: 365 }),
    fee: text({ label: '收费', help: '不收费写“不收费”；收费写标准和依据。', max: 300 }),
    result: text({ label: '办理结果', help: '发什么证、什么文书，怎样领取。', max: 200 }),
    online_url: text({ label: '网上办理', help: '可以网上办理的写网址。', optional: true, max: 300, shape: WEB_ADDRESS }),
  },
});
