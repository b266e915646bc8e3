import { block, defineRule } from '../../../rule.ts';

export default defineRule({
  id: 'responsibility/unit-owns-folder',
  title: '内容由它所在文件夹的单位负责，不在单位之间移动',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: ['STD-SEED-02', 'STD-SEED-03'],
  scope: 'change',
  sensitive: false,
  waivable: false,
  messages: {
    stranger: block<{ unit: string; person: string }>(({ unit, person }) => `账号 ${person} 不是 ${unit} 的人。由这个单位的编辑修改。`),
    moved: block<{ from: string; to: string }>(({ from, to }) => `这条内容从 ${from} 移到了 ${to}。放回原单位，新单位另发一条。`),
    unowned: block<{ unit: string }>(({ unit }) => `改动以前没有 ${unit} 这个单位。先登记单位和人员，再放内容。`),
  },
  check({ entries, people, records, isSigned }, report) {
    const homes = new Map(entries.flatMap(({ before }) => (before?.number ? [[before.number, before.unit] as const] : [])));
    for (const { folder, after, spotOf } of entries) {
      if (!after) continue;
      const spot = spotOf('title');
      const own = people.ofUnit(after.unit);
      if (!own) report('unowned', spot, { unit: after.unit });
      const from = after.number === undefined ? undefined : homes.get(after.number);
      if (from !== undefined && from !== after.unit) report('moved', spot, { from, to: after.unit });
      const author = records.findLast(({ entry }) => entry === folder)?.author;
      if (!isSigned || !author || !own || own.some(({ id }) => id === author)) continue;
      if (!people.withRole('office').has(author)) report('stranger', spot, { unit: after.unit, person: author.slice(0, 20) });
    }
  },
});
