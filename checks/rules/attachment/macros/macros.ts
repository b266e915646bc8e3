import { block, defineRule } from '../../../rule.ts';

export default defineRule({
  id: 'attachment/macros',
  title: '附件里没有宏和脚本',
  basis: [{ law: '中华人民共和国网络安全法' }],
  standards: ['STD-FMT-03'],
  scope: 'file',
  sensitive: false,
  waivable: true,
  messages: {
    found: block(({ where }) => `${where}里有宏或者脚本，群众打开会有风险。另存为不带宏的格式再上传。`),
  },
  check({ traits }, report) {
    const macro = traits.find(({ kind }) => kind === 'macro');
    if (macro) report('found', { where: macro.where, written: '' });
  },
});
