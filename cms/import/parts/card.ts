import type { Block, Paragraph } from '../block.ts';
import type { Claims } from '../reading.ts';
import { readCatalogue } from './catalogue.ts';

/** What an encyclopedia puts before a regulation: a sentence on it and a card of facts. */
export function readCard(blocks: readonly Block[]): { claims: Claims; blocks: Block[] } {
  const lines = blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
  const heading = lines.findIndex((line, i) => i < 10 && /^基本(?:介绍|信息|资料)$/u.test(line.plain));
  if (heading < 0) return { claims: {}, blocks: [] };
  const facts: Paragraph[] = [];
  for (const line of lines.slice(heading + 1)) {
    if (!/^(?:[-•·] ?)?[\u4e00-\u9fff ]{2,8} ?：/u.test(line.plain) || /。/u.test(line.plain)) break;
    facts.push(line);
  }
  if (facts.length < 2) return { claims: {}, blocks: [] };
  const lead = lines.slice(0, heading).filter((line) => /^《.{2,60}》.{0,60}(?:颁布|发布|公布|制定|施行)/u.test(line.plain));
  return { claims: { ...readCatalogue(facts).claims, title_at: facts[0]!.text.at[0]! }, blocks: [...lead, lines[heading]!, ...facts] };
}
