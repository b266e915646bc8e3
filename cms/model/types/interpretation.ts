import { choice, list, reference, text } from '../field.ts';
import { defineType } from '../type.ts';

export const interpretation = defineType({
  name: 'interpretation',
  label: '政策解读',
  use: '用群众听得懂的话说明一份文件为什么出台、管什么、怎么办。不要照抄文件。',
  columns: ['interpretation'],
  signOffs: ['review', 'secrecy', 'approval'],
  body: 'required',
  fields: {
    interprets: list({
      label: '解读的文件',
      help: '被解读文件的索引号，页面会互相链接。',
      min: 1,
      max: 10,
      of: reference({ label: '解读的文件', help: '索引号。', to: 'entry' }),
    }),
    form: choice({
      label: '解读形式',
      help: '图片和音视频也要有文字说明。',
      options: { text: '文字解读', questions: '问答解读', chart: '图解', expert: '专家解读', leader: '负责人解读' },
    }),
    interpreter: text({ label: '解读单位', help: '谁起草、谁解读。', max: 40 }),
  },
});
