import { defineRule, warn } from '../../../rule.ts';
import { repeatsIn } from './repeats-in.ts';

export default defineRule({
  id: 'wording/repeated-words',
  title: '没有重复的字词',
  basis: [{ law: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）' }],
  standards: ['STD-TXT-15'],
  scope: 'text',
  sensitive: false,
  waivable: true,
  messages: {
    repeated: warn<{ words: string }>(({ where, words }) => `${where}里的“${words}”多半重复了。删去多余的字。`),
  },
  check({ format, passages }, report) {
    if (format !== 'markdown') return;
    for (const passage of passages) {
      if (passage.kind === 'link' || passage.kind === 'code' || passage.kind === 'name') continue;
      for (const { start, end } of repeatsIn(passage.text))
        report('repeated', passage.spot(start, end), { words: passage.text.slice(start, end) });
    }
  },
});
