import type { Block } from '../block.ts';
import type { Found } from '../reading.ts';
import { quote } from '../text.ts';

/** Fewer lines prove nothing. */
const FEWEST = 8;

/** Text that a program broke at a fixed width: most of its lines are about as long as the longest, and end in mid-sentence. */
export function findHardWraps(blocks: readonly Block[]): Found[] {
  const lines = blocks.filter((block) => block.kind === 'paragraph');
  const longest = lines.reduce((most, { text }) => Math.max(most, [...text.value].length), 0);
  const broken = lines.filter(({ text, plain }) => [...text.value].length >= longest - 4 && !/[。；：！？，、”）]$/u.test(plain));
  if (longest < 15 || longest > 100 || lines.length < FEWEST || broken.length < lines.length * 0.5) return [];
  const message = `文字多半是按每行 ${longest} 个字折断的，一行成了一段。对照原件，在正文里把断开的行接起来。`;
  return [{ ...quote(broken[0]!.text), message }];
}
