import { defineRule, warn } from '../../../rule.ts';

export default defineRule({
  id: 'attachment/position',
  title: '图片不带拍摄位置',
  basis: [{ law: '中华人民共和国个人信息保护法', article: '第二十八条' }],
  standards: ['STD-LNK-09'],
  scope: 'file',
  sensitive: false,
  waivable: true,
  messages: {
    found: warn(({ where }) => `${where}带着拍摄地点的坐标。去掉图片的位置信息再上传。`),
  },
  check({ traits }, report) {
    for (const { kind, where } of traits) if (kind === 'position') report('found', { where, written: '' });
  },
});
