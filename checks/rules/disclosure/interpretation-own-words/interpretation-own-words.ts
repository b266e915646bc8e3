import { defineRule, warn } from '../../../rule.ts';
import { dataOf } from '../../../subjects/data-of.ts';
import { shareCopied } from './copied.ts';

/** Share of the interpretation that may stand in the document as it is (STD-POL-06). */
const MOST = 0.6;

export default defineRule({
  id: 'disclosure/interpretation-own-words',
  title: '解读用自己的话说明，不照抄文件',
  basis: [{ law: '国务院办公厅印发《关于全面推进政务公开工作的意见》实施细则的通知（国办发〔2016〕80号）' }],
  standards: ['STD-POL-06'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    copied: warn<{ percent: number }>(({ percent }) => `解读有${percent}%是文件的原文。用群众听得懂的话说明为什么出台、管什么、怎么办。`),
  },
  check(entry, report) {
    const data = dataOf(entry, 'interpretation');
    if (!data) return;
    const documents = data.interprets.flatMap((number) => entry.library.entry(number)?.body ?? []);
    const share = shareCopied(entry.body, documents.join('\n'));
    if (share > MOST) report('copied', { ...entry.spotIn(0, 0), written: 'copied' }, { percent: Math.round(share * 100) });
  },
});
