import { day, text } from '../field.ts';
import { DOCUMENT_NUMBER } from '../shapes.ts';
import { defineType } from '../type.ts';

export const disclosure = defineType({
  name: 'disclosure',
  label: '法定主动公开',
  use: '登目录规定必须公开的内容：预算决算、规划、统计、采购、处罚、收费、应急预案等。',
  columns: ['disclosure'],
  signOffs: ['review', 'secrecy', 'approval'],
  body: 'required',
  fields: {
    document_number: text({
      label: '发文字号',
      help: '有文号的填写。',
      optional: true,
      max: 30,
      shape: DOCUMENT_NUMBER,
    }),
    document_date: day({ label: '形成日期', help: '信息形成或者批准的日期，用来计算公开时限。' }),
    period: text({ label: '所属时期', help: '例如 2026年第一季度。', optional: true, max: 30 }),
  },
});
