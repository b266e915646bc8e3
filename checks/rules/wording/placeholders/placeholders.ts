import { block, defineRule, warn } from '../../../rule.ts';
import { placeholdersIn } from './placeholders-in.ts';

export default defineRule({
  id: 'wording/placeholders',
  title: '没有留下占位的符号和没填的空',
  basis: [{ law: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）' }],
  standards: ['STD-TXT-12'],
  scope: 'text',
  sensitive: false,
  waivable: true,
  messages: {
    title: block<{ mark: string }>(({ where, mark }) => `${where}里的“${mark}”是占位的符号。填上实际内容。`),
    text: warn<{ mark: string }>(({ where, mark }) => `${where}里的“${mark}”像是占位的符号。填上实际内容；是隐去的姓名就不用改。`),
  },
  check({ format, passages }, report) {
    // Blank forms among the attachments are full of them.
    if (format !== 'markdown') return;
    for (const passage of passages) {
      if (passage.kind === 'code' || passage.kind === 'link') continue;
      for (const { start, end } of placeholdersIn(passage.text))
        report(passage.where === '“标题”' ? 'title' : 'text', passage.spot(start, end), { mark: passage.text.slice(start, end) });
    }
  },
});
