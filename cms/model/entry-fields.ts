import { day, file, group, list, moment, reference, text } from './field.ts';
import { INDEX_NUMBER, WEB_ADDRESS } from './shapes.ts';

/** Fields of every entry, whatever its type. The unit and the type are the folder it lies in. */
export const entryFields = {
  title: text({ label: '标题', help: '写清谁、什么事；公文写全称。', min: 2, max: 100 }),
  column: reference({ label: '栏目', help: '选择刊登的栏目。', to: 'column' }),
  index_number: text({
    label: '索引号',
    help: '发布时由系统编定，不改、不重复使用。',
    max: 22,
    optional: true,
    shape: INDEX_NUMBER,
  }),
  published_at: moment({ label: '发布日期', help: '在网上公开的时间，由系统在发布时写入。', optional: true }),
  summary: text({ label: '内容概述', help: '一两句话说清要点，列表和检索结果里显示。', optional: true, max: 200 }),
  keywords: list({
    label: '关键词',
    help: '便于检索的词。',
    optional: true,
    max: 8,
    of: text({ label: '关键词', help: '一个词。', max: 20 }),
  }),
  source: text({ label: '信息来源', help: '转载时写来源单位；本单位原创不填。', optional: true, max: 40 }),
  source_url: text({ label: '来源网址', help: '转载时写原文网址。', optional: true, max: 300, shape: WEB_ADDRESS }),
  author: text({ label: '责任编辑', help: '姓名。', optional: true, max: 20 }),
  cover: group({
    label: '配图',
    help: '列表和首页用的图片。',
    optional: true,
    fields: {
      file: file({ label: '图片文件', help: '和正文放在一起的图片。', accepts: 'image' }),
      alt: text({ label: '图片说明', help: '看不到图片的人靠它知道内容。', min: 2, max: 100 }),
    },
  }),
  attachments: list({
    label: '附件',
    help: '按正文中提到的顺序排列。',
    optional: true,
    max: 50,
    of: group({
      label: '附件',
      help: '一个文件。',
      fields: {
        file: file({ label: '附件文件', help: '和正文放在一起的文件。', accepts: 'attachment' }),
        title: text({ label: '附件名称', help: '写清是什么，不写“附件1”。', min: 2, max: 80 }),
      },
    }),
  }),
  duties: list({
    label: '公开事项',
    help: '本条内容履行了目录里的哪几项。',
    optional: true,
    max: 10,
    of: reference({ label: '公开事项', help: '事项代码。', to: 'duty' }),
  }),
  topics: list({
    label: '专题',
    help: '同时收入的专题。',
    optional: true,
    max: 5,
    of: reference({ label: '专题', help: '专题代码。', to: 'topic' }),
  }),
  correction: text({
    label: '更正说明',
    help: '改正网上已有的内容时填写：原来哪里不对，现在改成什么。一般的更新不填。',
    optional: true,
    min: 4,
    max: 300,
  }),
  imported: group({
    label: '导入',
    help: '由旧网站或者旧文档导入的内容才有，导入时由系统写入。列表按原网站标注的发布日期排列；这个日期没有签名可以证明。',
    optional: true,
    fields: {
      on: day({ label: '导入日期', help: '导入的那一天。' }),
      claimed_on: day({ label: '原网站标注的发布日期', help: '原网站的页面上写的；没有写的空着。', optional: true }),
    },
  }),
} as const;

/** Fields that nobody writes in the form: those of publication, and what import found. */
export const BY_OFFICE: readonly string[] = ['index_number', 'published_at', 'imported'] satisfies (keyof typeof entryFields)[];
