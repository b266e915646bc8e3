import { day, group, integer, markdown, text } from '../field.ts';
import { MAIL, PHONE } from '../shapes.ts';
import { defineType } from '../type.ts';

export const consultation = defineType({
  name: 'consultation',
  label: '征集调查',
  use: '就文件草案、重大决策征求公众意见，结束后在同一条里公布采纳情况。',
  columns: ['consultation'],
  signOffs: ['review', 'secrecy', 'approval'],
  body: 'required',
  fields: {
    opens_on: day({ label: '征集开始', help: '第一天。' }),
    closes_on: day({ label: '征集结束', help: '最后一天，一般不少于三十日。' }),
    shorter_reason: text({
      label: '缩短期限的理由',
      help: '不足三十日时写明理由。',
      optional: true,
      max: 200,
    }),
    mail: text({ label: '意见邮箱', help: '单位邮箱。', max: 60, shape: MAIL }),
    phone: text({ label: '联系电话', help: '带区号。', max: 20, shape: PHONE }),
    address: text({ label: '来信地址', help: '含邮政编码。', max: 100 }),
    result: group({
      label: '征集结果',
      help: '结束后三十日内填写。',
      optional: true,
      fields: {
        published_on: day({ label: '结果公布日期', help: '年-月-日。' }),
        received: integer({ label: '收到意见数', help: '条数。', max: 1_000_000 }),
        adopted: integer({ label: '采纳意见数', help: '条数。', max: 1_000_000 }),
        explanation: markdown({ label: '采纳情况', help: '采纳了什么，没有采纳的说明理由。', max: 20_000 }),
      },
    }),
  },
});
