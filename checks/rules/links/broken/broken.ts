import { findPage } from '../../../../cms/library/addresses.ts';
import type { Library } from '../../../../cms/library/library.ts';
import { block, defineRule } from '../../../rule.ts';
import { ownLinks } from './own-links.ts';
import { siteOf } from './site-of.ts';

export default defineRule({
  id: 'links/broken',
  title: '正文里通向本站的链接都有去处',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: ['STD-LNK-03', 'STD-LNK-08'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    entry: block<{ path: string }>(({ path }) => `链接 ${path} 对应的条目不存在或者没有发布。核对网址里的索引号。`),
    file: block<{ path: string }>(({ path }) => `链接 ${path} 对应的条目里没有这个文件。核对文件名。`),
    page: block<{ path: string }>(({ path }) => `本站没有 ${path} 这个页面。核对栏目和单位的网址。`),
  },
  check({ body, library, spotIn }, report) {
    for (const { path, start, end } of ownLinks(body, library.portal?.host)) {
      const missing = findMissing(path, library);
      if (missing) report(missing, spotIn(start, end), { path: path.length > 26 ? `…${path.slice(-26)}` : path });
    }
  },
});

/** Permanent addresses of an entry and of its files: `/i/990101003/202603/00012.html`, `…/00012-fujian.docx`. */
const ENTRY = /^\/i\/(\d{9})\/(\d{6})\/(\d{5})(?:\.html|-(.+))$/u;

function findMissing(path: string, library: Library): 'entry' | 'file' | 'page' | undefined {
  const [, code, month, sequence, file] = ENTRY.exec(path) ?? [];
  if (code !== undefined) {
    const number = `${code}/${month}-${sequence}`;
    if (file === undefined) return library.item(number) ? undefined : 'entry';
    const entry = library.entry(number);
    // Pictures are published in several widths as well, under names that only the site knows.
    return !entry ? 'entry' : entry.files.has(file) || file.endsWith('.webp') ? undefined : 'file';
  }
  const isMoved = library.redirects().some(({ from }) => from === path);
  return !isMoved && findPage(path, siteOf(library)) === 'none' ? 'page' : undefined;
}
