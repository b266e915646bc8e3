import { block, defineRule, warn } from '../../../rule.ts';
import { numberedIn } from './numbered.ts';

export default defineRule({
  id: 'document/number-unique',
  title: '同一机关代字和年份下，一个发文字号只编给一份文件',
  basis: [{ law: '党政机关公文处理工作条例' }],
  standards: ['STD-DOC-05', 'STD-NET-06'],
  scope: 'library',
  sensitive: false,
  waivable: true,
  messages: {
    taken: block<{ number: string; other: string }>(
      ({ number, other }) => `${number} 已经编给另一份文件（${other}）。对照原件改正其中一个文号。`,
    ),
    twice: warn<{ number: string; other: string }>(
      ({ number, other }) => `${number} 已经在 ${other} 发布过。只留一条，另一条改成转载或者撤下。`,
    ),
  },
  check({ library, spotOf }, report) {
    for (const [number, documents] of numberedIn(library)) {
      const [first, ...others] = documents;
      for (const { folder, title } of others) {
        const spot = { ...spotOf(`${folder}/index.md`, 'document_number'), written: number };
        report(title === first!.title ? 'twice' : 'taken', spot, { number, other: first!.label });
      }
    }
  },
});
