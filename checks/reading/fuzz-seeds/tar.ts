import { wholeWord } from '../ooxml/testing/whole-word.ts';

const BLOCK = 512;

/** A tar of two files and one with a long name, as GNU tar writes it. */
export const members = (): Uint8Array =>
  Buffer.concat([
    member('a.txt', Buffer.from('一行字')),
    member('b.docx', wholeWord),
    member('././@LongLink', Buffer.from(`${'c'.repeat(150)}.txt`), 'L'),
    member('c.txt', Buffer.from('又一行字')),
    Buffer.alloc(2 * BLOCK),
  ]);

export function member(name: string, bytes: Uint8Array, kind = '0'): Buffer {
  const head = Buffer.alloc(BLOCK);
  head.write(name, 0);
  head.write('0000644\0', 100);
  head.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
  head.write('        ', 148);
  head.write(kind, 156);
  head.write('ustar\x0000', 257);
  head.write(
    `${head
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  );
  return Buffer.concat([head, bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)]);
}
