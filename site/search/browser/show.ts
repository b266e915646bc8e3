import type { Answer } from '../answer.ts';
import type { Piece } from '../excerpt.ts';
import type { Advice } from '../help.ts';
import type { Query } from '../query.ts';
import type { Results } from '../results.ts';
import type { Hit } from '../search.ts';

/** How many results there are, as far as is known. */
function showCount(results: Results): string {
  const { count } = results;
  return results.isCounted ? `共 ${count} 条。` : `约 ${count} 条。`;
}

/** A text with what was looked for marked in it. */
const showPieces = (pieces: readonly Piece[]): Node[] =>
  pieces.map(({ text, isHit }) =>
    isHit ? Object.assign(document.createElement('mark'), { textContent: text }) : document.createTextNode(text),
  );

/** A result as lists of the site show an entry. */
export function showHit({ href, page, title, excerpt, inFile }: Hit): HTMLLIElement {
  const item = document.createElement('li');
  const link = Object.assign(document.createElement('a'), { className: 'item-title', href });
  link.append(...showPieces(title));
  const meta = Object.assign(document.createElement('span'), { className: 'item-meta' });
  meta.append(Object.assign(document.createElement('span'), { textContent: page.unit }));
  if (page.state !== '') meta.append(Object.assign(document.createElement('span'), { className: 'badge closed', textContent: page.state }));
  meta.append(Object.assign(document.createElement('time'), { dateTime: page.day, textContent: page.day }));
  const text = document.createElement('p');
  if (inFile)
    text.append(Object.assign(document.createElement('a'), { href: inFile.href, textContent: `附件《${inFile.title}》` }), '中：');
  text.append(...showPieces(excerpt));
  item.append(link, meta, text);
  return item;
}

/** What was found, in words. */
export function showAnswer(query: Query, { how, text, results, official }: Answer): string {
  switch (how) {
    case 'found':
      return official
        ? `${showCount(results!)}“${query.text}”在公文里多写作“${official.text}”，接着是它的结果，${showCount(official.results)}`
        : showCount(results!);
    case 'instead':
      return `没有找到“${query.text}”，下面是“${text}”的结果，${showCount(results!)}`;
    case 'near':
      return `没有找到“${query.text}”。下面这些标题与它相近。`;
    case 'about':
      return `没有找到“${query.text}”。下面这些说的可能是同一件事。`;
    default:
      return `没有找到“${query.text}”。`;
  }
}

/** A unit that can be asked. */
export function showUnit({ unit, because }: Advice): HTMLLIElement {
  const item = document.createElement('li');
  const link = Object.assign(document.createElement('a'), { href: unit.href, textContent: unit.name });
  const phone = Object.assign(document.createElement('a'), { href: `tel:${unit.phone}`, textContent: unit.phone });
  const reason = because === unit.name ? '' : `（${because.replace(/。$/u, '')}）`;
  item.append('这件事可能由', link, `负责${reason}，电话 `, phone, '。');
  return item;
}
