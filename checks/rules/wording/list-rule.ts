import { block, defineRule, type Rule, warn } from '../../rule.ts';
import { findTerms } from './find-terms.ts';

/**
 * A rule that looks for the words of one list that the county keeps, `lexicon/<list>.yaml`, in every text, attachments
 * included (STD-TXT-17).
 */
export function listRule(
  list: string,
  severity: 'block' | 'warn',
  { title, basis, standards }: Pick<Rule, 'title' | 'basis' | 'standards'>,
) {
  const make = severity === 'block' ? block : warn;
  return defineRule({
    id: `wording/${list}`,
    title,
    basis,
    standards: [...standards, 'STD-TXT-17'],
    scope: 'text',
    sensitive: false,
    waivable: true,
    messages: {
      found: make<{ word: string; advice: string }>(({ where, word, advice }) => `${where}里有“${word}”。${advice}。`),
    },
    check({ passages, lexicon }, report) {
      const terms = lexicon.get(list);
      if (!terms) return;
      for (const passage of passages) {
        if (passage.kind === 'link' || passage.kind === 'code') continue;
        for (const { term, start, end } of findTerms(passage.text, terms)) report('found', passage.spot(start, end), term);
      }
    },
  });
}
