import { toChinese } from '../numerals.ts';
import type { Piece } from '../parts/structure.ts';
import type { Found } from '../reading.ts';
import { quote } from '../text.ts';

/** Faults in the numbers of chapters and articles, part by part (STD-TXT-11). */
export function findNumbering(pieces: readonly Piece[]): Found[] {
  const found: Found[] = [];
  let last = { article: 0, chapter: 0 };
  pieces.forEach((piece, i) => {
    if (piece.role === 'heading' && piece.kind === 'part') last = { article: 0, chapter: 0 };
    if (piece.role === 'heading' && piece.kind === 'chapter' && piece.number) {
      const span = quote(piece.lines[0]!.text);
      if (piece.number !== last.chapter + 1) found.push({ ...span, message: outOfOrder('章', last.chapter, piece.number) });
      if (piece.lines[0]!.text.value.length === piece.label) found.push({ ...span, message: '这一章没有章名。对照原件补上。' });
      last.chapter = piece.number;
    }
    if (piece.role !== 'article') return;
    const { text } = piece.line;
    const span = quote(text, 0, piece.label + 8);
    if (!piece.isWhole) found.push({ ...span, message: '条号前面少了“第”。对照原件补上。' });
    if (/ /u.test(text.value.slice(0, piece.label)))
      found.push({ ...span, message: '条号中间多了空格，已经去掉。核对空格后面的字有没有放错位置。' });
    if (piece.number !== last.article + 1) found.push({ ...span, message: outOfOrder('条', last.article, piece.number) });
    const next = pieces[i + 1];
    if (text.value.length === piece.label && next?.role !== 'block')
      found.push({ ...span, message: '这一条只有条号，没有内容。对照原件补上。' });
    last.article = piece.number;
  });
  return found;
}

function outOfOrder(unit: string, last: number, number: number): string {
  const name = (value: number) => `第${toChinese(value)}${unit}`;
  if (number <= last) return `${name(last)}后面又是${name(number)}，序号重复或者颠倒。对照原件核对。`;
  const missing = number === last + 2 ? name(last + 1) : `${name(last + 1)}到${name(number - 1)}`;
  return `${last === 0 ? '开头' : `${name(last)}后面`}就是${name(number)}，缺${missing}。对照原件补上。`;
}
