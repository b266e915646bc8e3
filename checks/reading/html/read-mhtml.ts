import type { Reading } from '../piece.ts';
import type { Reader } from '../reader.ts';
import { decodeText } from '../text/decode.ts';
import { readMail } from '../text/mail.ts';

/** Reads a page saved with its pictures as one file (RFC 2557), which Word also writes as “.doc”. */
export const readMhtml: Reader = async (source) => {
  const { text, trait } = decodeText(source.bytes, `${source.within}网页`);
  const reading: Reading = { format: 'mhtml', pieces: [], traits: trait ? [trait] : [], source: text };
  await readMail(text, source, reading, '网页');
  return reading;
};
