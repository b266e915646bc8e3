import { defineRule, warn } from '../../../rule.ts';

export default defineRule({
  id: 'attachment/hidden-content',
  title: '附件里没有藏着的内容',
  basis: [
    { law: '中华人民共和国保守国家秘密法', article: '第三十五条' },
    { law: '中华人民共和国政府信息公开条例', article: '第十七条' },
  ],
  standards: ['STD-LNK-09'],
  scope: 'file',
  sensitive: false,
  waivable: true,
  messages: {
    'hidden-sheet': warn(({ where }) => `${where}是隐藏的，下载的人能看到。删去，或者取消隐藏后看过。`),
    'hidden-rows': warn(({ where }) => `${where}有隐藏的行，下载的人能看到。删去，或者取消隐藏后看过。`),
    'hidden-columns': warn(({ where }) => `${where}有隐藏的列，下载的人能看到。删去，或者取消隐藏后看过。`),
    'hidden-text': warn(({ where }) => `${where}有隐藏的文字，下载的人能看到。删去，或者取消隐藏后看过。`),
    'hidden-slide': warn(({ where }) => `${where}不放映，下载的人却能看到。删去，或者取消隐藏后看过。`),
    'tracked-changes': warn(({ where }) => `${where}留着修订记录，改前的字还在。接受全部修订再上传。`),
    remarks: warn(({ where }) => `${where}会随文件一起公开。删去再上传。`),
  },
  check({ traits }, report) {
    for (const { kind, where } of traits) {
      switch (kind) {
        case 'hidden-sheet':
        case 'hidden-rows':
        case 'hidden-columns':
        case 'hidden-text':
        case 'hidden-slide':
        case 'tracked-changes':
        case 'remarks':
          report(kind, { where, written: '' });
      }
    }
  },
});
