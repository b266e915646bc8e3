import { dataOf, type Member } from './directory.ts';
import { memberName } from './member-name.ts';

const DESCRIPTOR = 8;

/** Members that stand in a stretch of the archive which the directory says nothing about. */
export function findUnlisted(bytes: Uint8Array, from: number, to: number): Member[] {
  const found: Member[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(to, bytes.length));
  let at = from;
  while ((at = source.indexOf('PK\u0003\u0004', at, 'latin1')) !== -1) {
    const data = dataOf(view, at);
    if (data === undefined || data > to) break;
    const method = view.getUint16(at + 8, true);
    const flags = view.getUint16(at + 6, true);
    const nameEnd = at + 30 + view.getUint16(at + 26, true);
    const stated = view.getUint32(at + 18, true);
    const isKnown = (flags & DESCRIPTOR) === 0 || (stated > 0 && stated !== 0xffffffff);
    found.push({
      name: memberName(bytes.subarray(at + 30, nameEnd), (flags & 0x800) !== 0, bytes.subarray(nameEnd, data)),
      method,
      isEncrypted: (flags & 1) !== 0,
      packed: isKnown ? stated : undefined,
      claimed: view.getUint32(at + 22, true),
      header: at,
      data,
      isUnlisted: true,
    });
    at = isKnown && data + stated <= to ? data + stated : data;
  }
  return found;
}
