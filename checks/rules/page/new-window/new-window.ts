import { block, defineRule } from '../../../rule.ts';
import { followedFrom, toUrl } from '../../../subjects/addresses.ts';
import { attribute, elements } from '../../../subjects/elements.ts';

export default defineRule({
  id: 'page/new-window',
  title: '在新窗口打开的外部链接管不到本站的窗口',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: ['STD-LNK-07'],
  scope: 'page',
  sensitive: false,
  waivable: false,
  messages: {
    open: block<{ host: string }>(
      ({ where, host }) => `${where}在新窗口打开 ${host}，那个网站能改换本站的窗口。在链接上写 rel="noopener noreferrer"。`,
    ),
  },
  check(page, report) {
    for (const element of elements(page.tree)) {
      const address = followedFrom(element);
      const target = attribute(element, 'target');
      if (address === undefined || target === undefined || /^_(?:self|parent|top)$/iu.test(target)) continue;
      const url = toUrl(address, page.site.domain, page.path);
      const isOwn = url?.hostname === page.site.domain || url?.hostname === 'site.invalid';
      const relations = attribute(element, 'rel')?.toLowerCase().split(/\s+/u) ?? [];
      if (url && /^https?:$/u.test(url.protocol) && !isOwn && !(relations.includes('noopener') && relations.includes('noreferrer')))
        report('open', page.spot(element), { host: url.hostname.slice(0, 30) });
    }
  },
});
