import { isGovernment } from '../../../../cms/model/government.ts';
import { block, defineRule } from '../../../rule.ts';
import { followedFrom, toUrl } from '../../../subjects/addresses.ts';
import { attribute, elements } from '../../../subjects/elements.ts';

/** Marks the element that tells a reader that a link in it leaves for another site. */
const NOTICE = /(?:^|\s)leave(?:\s|$)/u;

export default defineRule({
  id: 'page/leaving-notice',
  title: '打开非政府网站以前有提示',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: ['STD-LNK-04'],
  scope: 'page',
  sensitive: false,
  waivable: false,
  messages: {
    direct: block<{ host: string }>(
      ({ where, host }) => `${where}有链接直接打开非政府网站 ${host}，没有提示。先链接到写明“将离开本网站”的提示。`,
    ),
  },
  check(page, report) {
    const inNotices = new Set<unknown>();
    for (const element of elements(page.tree))
      if (NOTICE.test(attribute(element, 'className') ?? '')) for (const inner of elements(element)) inNotices.add(inner);
    for (const element of elements(page.tree)) {
      const address = followedFrom(element);
      const url = address === undefined || inNotices.has(element) ? undefined : toUrl(address, page.site.domain, page.path);
      if (!url || !/^https?:$/u.test(url.protocol)) continue;
      const isOwn = url.hostname === page.site.domain || url.hostname === 'site.invalid';
      if (!isOwn && !isGovernment(url.hostname)) report('direct', page.spot(element), { host: url.hostname.slice(0, 30) });
    }
  },
});
