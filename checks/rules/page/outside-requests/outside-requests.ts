import { block, defineRule } from '../../../rule.ts';
import { fetchedBy, inStyle, toUrl } from '../../../subjects/addresses.ts';
import { elements, textOf } from '../../../subjects/elements.ts';
import type { Page } from '../../../subjects/page.ts';

export default defineRule({
  id: 'page/outside-requests',
  title: '打开页面不向其他网站取任何东西',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }, { law: '中华人民共和国网络安全法' }],
  standards: ['STD-LNK-11', 'STD-LNK-07'],
  scope: 'page',
  sensitive: false,
  waivable: false,
  messages: {
    found: block<{ host: string }>(({ where, host }) => `${where}要向 ${host} 取文件。把文件放到本站，改用本站的地址。`),
    style: block<{ host: string }>(({ where, host }) => `${where}用的样式文件要向 ${host} 取文件。把文件放到本站。`),
  },
  check(page, report) {
    const told = new Set<string>();
    for (const element of elements(page.tree)) {
      const asked = element.tagName === 'style' ? inStyle(textOf(element)) : fetchedBy(element);
      for (const host of outside(asked, page, page.path)) {
        if (told.has(host)) continue;
        told.add(host);
        report('found', page.spot(element), { host });
      }
    }
    // Style sheets belong to the whole site and are told once, with the home page.
    if (page.kind !== 'home') return;
    for (const path of page.paths)
      if (path.endsWith('.css')) for (const host of outside(inStyle(page.textOf(path)), page, path)) report('style', page.spot(), { host });
  },
});

/** Hosts other than the site's own, or its own without encryption. */
function outside(asked: readonly string[], { site }: Page, path: string): string[] {
  return asked.flatMap((address) => {
    const url = toUrl(address, site.domain, path);
    if (!url || /^(?:data|blob|about|javascript):$/u.test(url.protocol)) return [];
    const isOwn = url.protocol === 'https:' && (url.hostname === site.domain || url.hostname === 'site.invalid');
    return isOwn ? [] : [url.hostname.slice(0, 25)];
  });
}
