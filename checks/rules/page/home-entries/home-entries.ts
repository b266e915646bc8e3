import { defineRule, warn } from '../../../rule.ts';
import { followedFrom, toUrl } from '../../../subjects/addresses.ts';
import { find, textOf } from '../../../subjects/elements.ts';

/** What a citizen must find on the home page, each by the words of its link (国办秘函〔2019〕19号). */
const ENTRIES: [name: string, pattern: RegExp][] = [
  ['咨询建言的入口', /咨询|留言|信箱|互动交流|建言/u],
  ['办事服务的入口', /办事|服务事项|政务服务/u],
];

export default defineRule({
  id: 'page/home-entries',
  title: '首页有咨询建言和办事服务的入口',
  basis: [{ law: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）' }],
  standards: ['STD-INS-24', 'STD-INS-26'],
  scope: 'page',
  sensitive: false,
  waivable: false,
  messages: {
    missing: warn<{ name: string }>(({ where, name }) => `${where}没有${name}，检查时会一票否决。加上链接。`),
  },
  check(page, report) {
    if (page.kind !== 'home') return;
    const links = find(page.tree, 'a').filter(
      (link) => toUrl(followedFrom(link) ?? 'none:', page.site.domain, page.path)?.protocol !== 'none:',
    );
    for (const [name, pattern] of ENTRIES)
      if (!links.some((link) => pattern.test(textOf(link)))) report('missing', { ...page.spot(), where: '首页', written: name }, { name });
  },
});
