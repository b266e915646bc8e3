import { Gather } from '../gather.ts';
import type { Reader } from '../reader.ts';
import { decodeUnlabelled } from './member-name.ts';

const BLOCK = 512;

/** Tar archives (POSIX ustar, with the long names of GNU and pax). */
export const readTar: Reader = async ({ bytes, budget, within, readInner }) => {
  const gather = new Gather(budget, within);
  let longName = '';
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) {
      at += BLOCK;
      continue;
    }
    const size = sizeOf(header);
    const data = bytes.subarray(at + BLOCK, at + BLOCK + size);
    if (field(header, 257, 5) !== 'ustar' || Number.isNaN(size) || data.length < size) {
      gather.trait({ kind: 'corrupt', where: '文件' });
      break;
    }
    at += BLOCK * (1 + Math.ceil(size / BLOCK));
    const type = field(header, 156, 1);
    if (type === 'L') longName = decodeUnlabelled(data).replaceAll('\0', '');
    else if (type === 'x' || type === 'g') longName = /(?<!\d)\d+ path=([^\n]*)\n/u.exec(decodeUnlabelled(data))?.[1] ?? longName;
    else {
      const name = longName || [field(header, 345, 155), field(header, 0, 100)].filter(Boolean).join('/');
      longName = '';
      if (budget.parts-- <= 0) {
        gather.trait({ kind: 'cut', where: '文件', what: '里面的文件太多，后面的没有检查' });
        break;
      }
      gather.take(await readInner(name, data));
    }
  }
  return gather.reading('tar');
};

const field = (header: Uint8Array, from: number, length: number): string =>
  decodeUnlabelled(header.subarray(from, from + length)).replace(/\0.*$/su, '');

/** Octal digits, or a big-endian number when the first bit is set (GNU). */
function sizeOf(header: Uint8Array): number {
  if ((header[124]! & 0x80) === 0) return Number.parseInt(field(header, 124, 12).trim() || '0', 8);
  return header.subarray(125, 136).reduce((sum, byte) => sum * 256 + byte, 0);
}
