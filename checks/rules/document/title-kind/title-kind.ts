import { policy } from '../../../../cms/model/types/policy.ts';
import { defineRule, warn } from '../../../rule.ts';
import { dataOf } from '../../../subjects/data-of.ts';

const KINDS: Readonly<Record<string, string>> = policy.fields.document_kind.options;
const NAMES = Object.values(KINDS).sort((a, b) => b.length - a.length);

export default defineRule({
  id: 'document/title-kind',
  title: '文件标题以文种结尾，和公文种类一致，末尾没有标点',
  basis: [{ law: '党政机关公文处理工作条例', article: '第八条' }],
  standards: ['STD-DOC-10', 'STD-DOC-11'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    mark: warn(({ where }) => `${where}末尾多了标点。删去。`),
    differs: warn<{ name: string; kind: string }>(
      ({ where, name, kind }) => `${where}末尾是“${name}”，公文种类选的是“${kind}”。对照原件改成一致。`,
    ),
  },
  check(entry, report) {
    const data = dataOf(entry, 'policy');
    if (!data) return;
    const spot = { ...entry.spotOf('title'), written: data.title };
    if (/[，。、；：！？,.;:!?]$/u.test(data.title)) report('mark', spot);
    const title = data.title.replace(/(?:[（(〔][^（）()〔〕]*[)）〕])+$/u, '').replace(/[，。、；：！？》]+$/u, '');
    const name = NAMES.find((each) => title.endsWith(each));
    const kind = KINDS[data.document_kind]!;
    if (name && name !== kind && !title.endsWith(kind) && !printed(title).endsWith(kind)) report('differs', spot, { name, kind });
  },
});

/** What a notice prints, `关于印发《…办法（试行）》的通知`: many portals file it by that kind. */
const printed = (title: string) => (/《([^《》]+)》的通知$/u.exec(title)?.[1] ?? '').replace(/（[^（）]*）$/u, '');
