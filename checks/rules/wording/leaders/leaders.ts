import { defineRule, warn } from '../../../rule.ts';
import { Register } from './register.ts';

/** The list that a county keeps in `lexicon/leaders.yaml`: people in the order of the list, each with posts. */
const LIST = 'leaders';

export default defineRule({
  id: 'wording/leaders',
  title: '领导人的姓名、职务和排列顺序正确',
  basis: [{ law: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）' }],
  standards: ['STD-TXT-01', 'STD-TXT-02', 'STD-TXT-17', 'STD-INS-10'],
  scope: 'text',
  sensitive: false,
  waivable: true,
  messages: {
    name: warn<{ written: string; name: string }>(({ where, written, name }) => `${where}里的“${written}”可能是“${name}”。核对姓名。`),
    post: warn<{ post: string; name: string }>(({ where, post, name }) => `${where}里${name}的职务是“${post}”，和名单不一致。核对职务。`),
    order: warn<{ name: string; before: string }>(({ where, name, before }) => `${where}里${name}应当排在${before}前面。核对排列顺序。`),
  },
  check({ passages, lexicon }, report) {
    const terms = lexicon.get(LIST);
    if (!terms || terms.length === 0) return;
    const register = Register.of(terms);
    const day = passages.find(({ where }) => where === '“发布日期”')?.text.slice(0, 10);
    for (const passage of passages) {
      if (passage.kind === 'link' || passage.kind === 'code' || passage.kind === 'name') continue;
      for (const { fault, start, end, words } of register.faultsIn(passage.text, day)) report(fault, passage.spot(start, end), words);
    }
  },
});
