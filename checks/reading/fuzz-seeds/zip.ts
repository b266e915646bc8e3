import { gzipSync } from 'node:zlib';
import { pack } from '../archive/testing/pack.ts';
import { wholeWord } from '../ooxml/testing/whole-word.ts';

const text = Buffer.from('一行字\n又一行字\n');

export const odd = (): Uint8Array =>
  pack(
    [
      { name: Buffer.from('c3fbb5a52e747874', 'hex'), bytes: text, hasDescriptor: true },
      { name: 'b.txt', bytes: text, isUnlisted: true, hasDescriptor: true },
      { name: 'c.txt', bytes: text, isWide: true, isStored: true },
    ],
    '注释',
  );
export const nested = (): Uint8Array =>
  pack([
    { name: 'a.docx', bytes: wholeWord },
    { name: 'b.zip', bytes: odd() },
    { name: 'c.gz', bytes: gzipSync(text) },
  ]);
