import { block, defineRule } from '../../../rule.ts';
import { followedFrom, toUrl } from '../../../subjects/addresses.ts';
import { attribute, elements } from '../../../subjects/elements.ts';

/** Folders and files that belong to an editing back end. */
const BACK_END =
  /^\/(?:admin|office|cms|wp-admin|decap|netlify-cms)(?:\/|\.html$|$)|(?:^|\/)(?:decap|netlify)-cms[^/]*\.js$|^\/(?:[^/]+\/)?config\.ya?ml$|(?:^|\/)\.(?:git|env|htpasswd|gongkai)(?:\/|$)/u;
/** What only the program text of a back end holds. */
const PROGRAM = /decap-cms|netlify-cms|DecapCms|NetlifyCms|local_backend|netlify-identity/u;

export default defineRule({
  id: 'page/back-end',
  title: '公开的网站里没有后台',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }, { law: '中华人民共和国网络安全法' }],
  standards: ['STD-NET-02'],
  scope: 'page',
  sensitive: false,
  waivable: false,
  messages: {
    file: block<{ path: string }>(({ path }) => `网站里有后台的文件 ${path}。从公开的网站里去掉。`),
    link: block(({ where }) => `${where}有通向后台的链接或者程序。去掉，后台只在内部网络使用。`),
  },
  check(page, report) {
    for (const element of elements(page.tree)) {
      const address = followedFrom(element) ?? attribute(element, 'src') ?? attribute(element, 'action') ?? '';
      const url = address === '' ? undefined : toUrl(address, page.site.domain, page.path);
      const isOwn = url?.hostname === page.site.domain || url?.hostname === 'site.invalid';
      const script = element.tagName === 'script' ? element.children.map((child) => ('value' in child ? child.value : '')).join('') : '';
      if ((url && isOwn && BACK_END.test(url.pathname)) || (element.tagName === 'script' && PROGRAM.test(address + script)))
        report('link', page.spot(element));
    }
    // Files belong to the whole site and are told once, with the home page.
    if (page.kind !== 'home') return;
    for (const path of page.paths)
      if (BACK_END.test(path) || (/\.m?js$/u.test(path) && PROGRAM.test(page.textOf(path))))
        report('file', page.spot(), { path: path.slice(-30) });
  },
});
