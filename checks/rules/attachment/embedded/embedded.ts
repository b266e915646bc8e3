import { defineRule, warn } from '../../../rule.ts';

export default defineRule({
  id: 'attachment/embedded',
  title: '附件里没有嵌着别的文件',
  basis: [{ law: '中华人民共和国政府信息公开条例', article: '第十七条' }],
  standards: ['STD-LNK-09'],
  scope: 'file',
  sensitive: false,
  waivable: true,
  messages: {
    found: warn(({ where }) => `${where}嵌着别的文件，双击就能打开。删去，或者单独作为附件上传。`),
  },
  check({ traits }, report) {
    for (const { kind, where } of traits) if (kind === 'embedded') report('found', { where, written: '' });
  },
});
