import { defineRule, warn } from '../../../rule.ts';
import { damageIn } from './damage-in.ts';

export default defineRule({
  id: 'document/damage',
  title: '文字没有在转换、粘贴时损坏',
  basis: [{ law: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）' }],
  standards: ['STD-TXT-10', 'STD-TXT-11', 'STD-TXT-12', 'STD-TXT-13', 'STD-TXT-14', 'STD-DOC-01'],
  scope: 'text',
  sensitive: false,
  waivable: true,
  messages: {
    damaged: warn<{ words: string }>(({ where, words }) => `${where}的文字有缺损：${words}`),
  },
  check({ format, passages }, report) {
    if (format !== 'markdown') return;
    for (const passage of passages)
      for (const { from, to, message } of damageIn(passage)) report('damaged', passage.spotWritten(from, to), { words: message });
  },
});
