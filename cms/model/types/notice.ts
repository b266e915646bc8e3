import { day, text } from '../field.ts';
import { DOCUMENT_NUMBER, PHONE } from '../shapes.ts';
import { defineType } from '../type.ts';

export const notice = defineType({
  name: 'notice',
  label: '通知公告',
  use: '告诉群众和企业要办什么、避开什么、注意什么。需要长期遵守的规定用“政策文件”，名单公示用“公示”。',
  columns: ['notice'],
  signOffs: ['review', 'secrecy', 'approval'],
  body: 'required',
  fields: {
    document_number: text({
      label: '发文字号',
      help: '有文号的公告、通告填写。',
      optional: true,
      max: 30,
      shape: DOCUMENT_NUMBER,
    }),
    valid_until: day({ label: '有效期至', help: '过了这一天页面会标明已过期。', optional: true }),
    contact: text({ label: '联系人', help: '科室或者工作人员称呼。', optional: true, max: 30 }),
    contact_phone: text({ label: '联系电话', help: '带区号的办公电话。', optional: true, max: 20, shape: PHONE }),
  },
});
