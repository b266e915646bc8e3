import { defineRule, warn } from '../../../rule.ts';
import { namedAnnexes, squashed } from './named-annexes.ts';

export default defineRule({
  id: 'document/annexes',
  title: '正文列出的附件都在，名称和顺序一致',
  basis: [{ law: '党政机关公文格式（GB/T 9704-2012）', article: '7.3.4' }, { law: '党政机关公文处理工作条例' }],
  standards: ['STD-DOC-15'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    missing: warn<{ name: string }>(({ name }) => `附件“${name}”没有上传，正文里也没有。补上附件，或者改正名称。`),
    order: warn<{ name: string }>(({ name }) => `附件“${name}”的顺序和正文列出的不一致。按正文的顺序排列。`),
  },
  check({ data, body, spotIn }, report) {
    const annexes = namedAnnexes(body);
    if (annexes.length === 0) return;
    const attachments = (data.attachments ?? []).map(({ title }) => squashed(title));
    let last = -1;
    for (const { name, start, end } of annexes) {
      const key = squashed(name);
      const place = attachments.findIndex((title) => title.includes(key) || key.includes(title));
      const short = name.length > 30 ? `${name.slice(0, 29)}…` : name;
      if (place < 0 && !squashed(body.slice(end)).includes(key)) report('missing', spotIn(start, end), { name: short });
      if (place >= 0 && place < last) report('order', spotIn(start, end), { name: short });
      last = Math.max(last, place);
    }
  },
});
