import { defineRule, warn } from '../../../rule.ts';
import { addressOf } from './address-of.ts';

// Never a block: what has leaked must come off the net at once.
export default defineRule({
  id: 'links/address-kept',
  title: '发布过的网址一直有效，撤下的有去处',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: ['STD-LNK-02', 'STD-OPS-14'],
  scope: 'change',
  sensitive: false,
  waivable: true,
  messages: {
    gone: warn<{ number: string }>(
      ({ number }) => `${number} 撤下后网址打不开。恢复内容，或者在 redirects.yaml 写明转到哪里，例如说明撤下原因的公告。`,
    ),
    forgotten: warn<{ address: string }>(({ address }) => `旧地址 ${address} 不再转到新地址，别处的链接会断。恢复这一条。`),
  },
  check({ entries, redirects }, report) {
    const numbers = new Set(entries.flatMap(({ after }) => (after?.isPublic ? [after.number] : [])));
    for (const { folder, before, after, spotOf } of entries) {
      const number = before?.isPublic ? before.number : undefined;
      if (number === undefined || numbers.has(number) || redirects.after.has(addressOf(number))) continue;
      const spot = after ? spotOf('index_number') : { where: '条目', file: `${folder}/index.md` };
      report('gone', { ...spot, written: number }, { number });
    }
    for (const address of redirects.before)
      if (!redirects.after.has(address))
        report('forgotten', { where: '旧地址', written: address, file: 'redirects.yaml' }, { address: address.slice(0, 40) });
  },
});
