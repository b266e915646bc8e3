import { Gather } from '../gather.ts';
import type { Reader } from '../reader.ts';
import { decodeText } from '../text/decode.ts';
import { readMail } from '../text/mail.ts';

/** Reads a page saved with its pictures as one file (RFC 2557), which Word also writes as “.doc”. */
export const readMhtml: Reader = async (source) => {
  const { text, trait } = decodeText(source.bytes, `${source.within}网页`);
  const gather = new Gather(source.budget);
  if (trait) gather.trait(trait);
  await readMail(text, source, gather, '网页');
  return { ...gather.reading('mhtml'), source: text };
};
