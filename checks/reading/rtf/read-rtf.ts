import { sweepLeftovers } from '../ole/leftovers.ts';
import type { Reading } from '../piece.ts';
import type { Reader } from '../reader.ts';
import { RtfDocument } from './rtf-document.ts';

/** Reads RTF, whatever it is called: Word and WPS open “.doc” files that are RTF. */
export const readRtf: Reader = async (source) => {
  const reading: Reading = { format: 'rtf', pieces: [], traits: [] };
  const document = new RtfDocument(source.bytes, source.within);
  reading.pieces = document.pieces;
  reading.traits = document.traits;
  for (const { name, bytes } of document.files) {
    if (--source.budget.parts < 0) {
      reading.traits.push({ kind: 'cut', where: `${source.within}文件`, what: '嵌入的文件和图片太多，没有全部读取' });
      break;
    }
    const inner = await source.readInner(name, bytes);
    reading.pieces = reading.pieces.concat(inner.pieces);
    reading.traits = reading.traits.concat(inner.traits);
  }
  const swept = sweepLeftovers(document.leftovers, reading.pieces);
  reading.pieces = reading.pieces.concat(swept.pieces);
  if (swept.isCut) reading.traits.push({ kind: 'cut', where: `${source.within}文件`, what: '零散的文字太多，没有全部读取' });
  return reading;
};
