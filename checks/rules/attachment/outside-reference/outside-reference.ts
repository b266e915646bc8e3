import { defineRule, warn } from '../../../rule.ts';

export default defineRule({
  id: 'attachment/outside-reference',
  title: '附件不引用别处的文件和模板',
  basis: [{ law: '中华人民共和国保守国家秘密法', article: '第三十五条' }],
  standards: ['STD-LNK-09'],
  scope: 'file',
  sensitive: false,
  waivable: true,
  messages: {
    found: warn(({ where }) => `${where}引用了别的文件、模板或者服务器。断开链接再上传。`),
  },
  check({ traits }, report) {
    for (const { kind, where } of traits) if (kind === 'outside-reference') report('found', { where, written: '' });
  },
});
