import type { Nodes, Root } from 'hast';
import { paragraphsOf } from '../block.ts';
import { Files } from '../files.ts';
import { CATALOGUE_LEFT, readCatalogue } from '../parts/catalogue.ts';
import { mergeClaims, type Neighbours, type Reading } from '../reading.ts';
import { quote } from '../text.ts';
import { findArticle } from './article.ts';
import { type PageReading, toBlocks } from './blocks.ts';
import { readPageClaims } from './claims.ts';
import { decodePage } from './decode.ts';
import { findElement, isElement, parsePage } from './tree.ts';

/** Reads a page of an old portal: the article with its files; the rest is left and told. */
export function readHtml(bytes: Uint8Array, neighbours?: Neighbours): Reading {
  const { text, encoding, note } = decodePage(bytes);
  const source = text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');
  const tree = parsePage(source);
  const article = findArticle(findElement(tree, (element) => isElement(element, 'body')) ?? tree);
  const files = new Files(neighbours);
  const page: PageReading = { source, files, left: [], found: [], counts: { cut: 0, ornaments: 0 } };
  const blocks = toBlocks(article, page);
  const around = readAround(tree, article, source, files);
  return {
    source,
    lineWord: '行',
    encoding,
    blocks,
    claims: mergeClaims(readPageClaims(tree, source), around.claims),
    left: [...around.left, ...page.left],
    found: [...around.found, ...page.found],
    files: files.carried,
    changes: [...(note ? [note] : []), ...toChanges(page)],
  };
}

/** What a reader of the page sees outside the article: only attachments are taken, some of it tells facts. */
function readAround(tree: Root, article: Nodes, source: string, files: Files): Pick<Reading, 'left' | 'found' | 'claims'> {
  const page: PageReading = { source, files, left: [], found: [], counts: { cut: 0, ornaments: 0 }, skip: article };
  const blocks = article.type === 'root' ? [] : toBlocks(tree, page);
  const catalogue = readCatalogue(blocks);
  const left = blocks.flatMap((block) => {
    const reason = catalogue.blocks.includes(block) ? CATALOGUE_LEFT : '网站导航和页面装饰';
    return paragraphsOf(block).map((line) => ({ ...quote(line.text), reason }));
  });
  const prose = left.filter((line) => isProse(line.text));
  return {
    left: [...left, ...page.left],
    found: [
      ...page.found,
      ...prose.map((line) => ({ ...line, message: '正文框以外有成句的文字，没有带过来。核对它是不是正文，是就补进去。' })),
    ],
    claims: catalogue.claims,
  };
}

const isProse = (words: string) => (words.match(/[。；]/gu)?.length ?? 0) >= 2 && words.replace(/\s+/gu, '').length >= 60;

function toChanges({ counts }: PageReading): string[] {
  return [
    ...(counts.cut > 0 ? [`指向原网站其他页面的链接 ${counts.cut} 处，只留了文字。`] : []),
    ...(counts.ornaments > 0 ? [`图标一类的小图 ${counts.ornaments} 张，没有带过来。`] : []),
  ];
}
