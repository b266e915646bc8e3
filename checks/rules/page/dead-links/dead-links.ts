import { block, defineRule } from '../../../rule.ts';
import { fetchedBy, followedFrom, toUrl } from '../../../subjects/addresses.ts';
import { elements } from '../../../subjects/elements.ts';

export default defineRule({
  id: 'page/dead-links',
  title: '本站的链接都能打开，页内链接都有去处',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: ['STD-LNK-03', 'STD-LNK-08', 'STD-WEB-07', 'STD-INS-51'],
  scope: 'page',
  sensitive: false,
  waivable: false,
  messages: {
    dead: block<{ path: string }>(({ where, path }) => `${where}链接到 ${path}，本站没有这个文件。改正链接，或者补上文件。`),
    lost: block<{ path: string }>(({ where, path }) => `${where}链接到 ${path}，那里没有这个位置。改正链接。`),
    unreadable: block(({ where }) => `${where}有一个读不懂的链接。改成完整的网址，或者以 / 开头的地址。`),
  },
  check(page, report) {
    const told = new Set<string>();
    for (const element of elements(page.tree)) {
      const followed = followedFrom(element);
      for (const address of followed === undefined ? fetchedBy(element) : [followed]) {
        if (told.has(address)) continue;
        told.add(address);
        const url = toUrl(address, page.site.domain, page.path);
        const path = url && decoded(url.pathname);
        if (!url || path === undefined) report('unreadable', page.spot(element));
        else if (!isOwn(url, page.site.domain)) continue;
        else if (!page.has(path)) report('dead', page.spot(element), { path: shown(path) });
        else if (!isPlace(decoded(url.hash.slice(1)), path, page.idsOf)) report('lost', page.spot(element), { path: shown(address) });
      }
    }
  },
});

const isOwn = ({ protocol, hostname }: URL, domain: string) =>
  /^https?:$/u.test(protocol) && (hostname === domain || hostname === 'site.invalid');

/** Whether a fragment leads to something: browsers go to the top for none and for `top`. */
function isPlace(id: string | undefined, path: string, idsOf: (path: string) => ReadonlySet<string>): boolean {
  if (id === '' || id === 'top' || !/(?:\/|\.html)$/u.test(path)) return true;
  return id !== undefined && idsOf(path).has(id);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** A long address loses its beginning, because its end says which file it is. */
const shown = (path: string) => (path.length > 24 ? `…${path.slice(-24)}` : path);
