import type { Paragraph } from '../block.ts';

/** Signs of a site that deals in model texts, each on its own possible in a real document. */
const SIGNS = [
  /本站|小编|客服老师/u,
  /为(?:你|您|大家)(?:精心)?(?:准备|整理|收集|推荐|带来)/u,
  /范文/u,
  /写作灵感|思维的火花|创作提供/u,
  /欢迎(?:深入|大家)?(?:阅读|收藏|咨询|下载|参阅)/u,
];
const OWN = SIGNS[0]!;

/** How far a paragraph is the words of a web site instead of the document's. */
export function boilerplateIn({ plain }: Paragraph): 'none' | 'some' | 'whole' {
  if (!OWN.test(plain)) return 'none';
  const signs = SIGNS.filter((sign) => sign.test(plain)).length;
  if (signs < 2) return 'none';
  return plain.length <= 200 ? 'whole' : 'some';
}

/** The title by which a site offers the document, in the characters of the page. */
export function titleInBoilerplate(paragraph: Paragraph): string | undefined {
  const match = /(?:准备|整理|收集|推荐|带来)了(?:关于)?([^，。]{4,40}?)(?:的?参考)?范文/u.exec(paragraph.plain);
  const from = match ? match.index + match[0].indexOf(match[1]!) : 0;
  return match ? paragraph.text.value.slice(from, from + match[1]!.length) : undefined;
}
