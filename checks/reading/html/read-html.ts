import { Gather } from '../gather.ts';
import type { Reading } from '../piece.ts';
import type { Reader } from '../reader.ts';
import { decodeHtml } from './decode-html.ts';
import { readPage } from './read-page.ts';
import { Scope } from './scope.ts';

/** Reads a page of HTML, whatever it is called: Office programs save “.xls” and “.doc” that are HTML. */
export const readHtml: Reader = async ({ bytes, within, budget }) => {
  const { text, trait } = decodeHtml(bytes, `${within}网页`);
  const { pieces, traits } = readHtmlText(text, `${within}正文`);
  const gather = new Gather(budget);
  for (const piece of pieces) gather.add(piece);
  for (const one of trait ? [...traits, trait] : traits) gather.trait(one);
  return { ...gather.reading('html'), source: text };
};

/** Reads a decoded page. */
export function readHtmlText(html: string, where: string): Reading {
  const scope = new Scope(html, 0, where);
  const isRead = readPage(scope, true);
  const { pieces, traits } = scope.shared;
  const reading: Reading = { format: 'html', pieces, traits: [...traits.values()], source: html };
  if (!isRead) reading.traits.push({ kind: 'cut', where, what: '网页太大或者层次太多，隐藏的内容和表格没有逐项区分' });
  return reading;
}
