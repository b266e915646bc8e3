import { Gather } from '../gather.ts';
import { sweepLeftovers } from '../ole/leftovers.ts';
import type { Reader } from '../reader.ts';
import { RtfDocument } from './rtf-document.ts';

/** Reads RTF, whatever it is called: Word and WPS open “.doc” files that are RTF. */
export const readRtf: Reader = async ({ bytes, budget, within, readInner }) => {
  const document = new RtfDocument(bytes, within);
  const gather = new Gather(budget);
  for (const piece of document.pieces) gather.add(piece);
  for (const trait of document.traits) gather.trait(trait);
  for (const file of document.files) {
    if (--budget.parts < 0) {
      gather.trait({ kind: 'cut', where: `${within}文件`, what: '嵌入的文件和图片太多，没有全部读取' });
      break;
    }
    gather.take(await readInner(file.name, file.bytes));
  }
  const swept = sweepLeftovers(document.leftovers, gather.pieces);
  for (const piece of swept.pieces) gather.add(piece);
  if (swept.isCut) gather.trait({ kind: 'cut', where: `${within}文件`, what: '零散的文字太多，没有全部读取' });
  return gather.reading('rtf');
};
