import { defineRule, warn } from '../../../rule.ts';
import { articleFaults } from './articles.ts';

export default defineRule({
  id: 'document/article-gaps',
  title: '条款号连续，没有缺条、重号',
  basis: [{ law: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）' }],
  standards: ['STD-TXT-11'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    gap: warn<{ last: string; missing: string }>(({ last, missing }) => `${last}后面缺${missing}。对照原件补上。`),
    repeated: warn<{ last: string; now: string }>(({ last, now }) => `${last}后面又是${now}，条号重复或者颠倒。对照原件核对。`),
    headless: warn<{ now: string }>(({ now }) => `“${now}”前面少了“第”。对照原件补上。`),
  },
  check({ data, type, body, spotIn }, report) {
    if (type === 'news' || type === 'letter' || type === 'interpretation') return;
    // What changes another document, or is a selection, has articles of its own order.
    if (/修改|修正|节选|节录|摘编|摘要|摘录|选登/u.test(data.title)) return;
    for (const { fault, start, end, words } of articleFaults(body)) report(fault, spotIn(start, end), words);
  },
});
