import { defineRule, warn } from '../../../rule.ts';
import { nearlyIn } from './nearly.ts';

/** The list that a county keeps in `lexicon/formulae.yaml`: `word` is a phrase that is always written so. */
const LIST = 'formulae';

export default defineRule({
  id: 'wording/formulae',
  title: '固定提法一字不差',
  basis: [{ law: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）' }],
  standards: ['STD-TXT-06', 'STD-TXT-17', 'STD-INS-10'],
  scope: 'text',
  sensitive: false,
  waivable: true,
  messages: {
    nearly: warn<{ written: string; phrase: string }>(
      ({ where, written, phrase }) => `${where}里的“${written}”和固定提法“${phrase}”不一样。逐字核对。`,
    ),
  },
  check({ passages, lexicon }, report) {
    const phrases = (lexicon.get(LIST) ?? []).map(({ word }) => word);
    if (phrases.length === 0) return;
    for (const passage of passages) {
      if (passage.kind === 'link' || passage.kind === 'code' || passage.kind === 'name') continue;
      for (const { phrase, start, end } of nearlyIn(passage.text, phrases))
        report('nearly', passage.spot(start, end), { written: passage.text.slice(start, end), phrase });
    }
  },
});
