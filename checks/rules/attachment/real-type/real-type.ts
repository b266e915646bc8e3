import { defineRule, warn } from '../../../rule.ts';

export default defineRule({
  id: 'attachment/real-type',
  title: '附件的扩展名和内容一致',
  basis: [{ law: '中华人民共和国政府信息公开条例', article: '第二十四条' }],
  standards: ['STD-LNK-08'],
  scope: 'file',
  sensitive: false,
  waivable: true,
  messages: {
    misnamed: warn<{ says: string; is: string }>(
      ({ where, says, is }) => `${where}的扩展名是 ${says}，内容却是 ${is}。用原来的软件另存，或者改正扩展名。`,
    ),
  },
  check({ traits }, report) {
    for (const trait of traits)
      if (trait.kind === 'misnamed') report('misnamed', { where: trait.where, written: '' }, { says: trait.says || '空的', is: trait.is });
  },
});
