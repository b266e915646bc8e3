import { createGunzip } from 'node:zlib';
import { Gather } from '../gather.ts';
import type { Reader } from '../reader.ts';
import { decodeUnlabelled } from './member-name.ts';
import { inflateSome } from './unpack.ts';

/** One file packed with gzip (RFC 1952), under the name it was packed with or that of the archive without `.gz`. */
export const readGzip: Reader = async ({ name, bytes, budget, within, readInner }) => {
  const gather = new Gather(budget, within);
  if (budget.parts-- <= 0 || budget.bytes <= 0) gather.trait({ kind: 'cut', where: '文件', what: '里面的文件太多或太大，后面的没有检查' });
  else {
    const unpacked = await inflateSome(bytes, budget.bytes, { stream: createGunzip() });
    budget.bytes -= unpacked.bytes.length;
    if (unpacked.problem === 'large') gather.trait({ kind: 'cut', where: '文件', what: '解压后太大，后面的没有检查' });
    else if (unpacked.problem) gather.trait({ kind: 'corrupt', where: '文件' });
    gather.take(await readInner(storedName(bytes) ?? name.replace(/\.gz$/iu, '').replace(/\.tgz$/iu, '.tar'), unpacked.bytes));
  }
  return gather.reading('gz');
};

function storedName(bytes: Uint8Array): string | undefined {
  const flags = bytes[3] ?? 0;
  if ((flags & 8) === 0) return undefined;
  const start = (flags & 4) === 0 ? 10 : 12 + (bytes[10] ?? 0) + 256 * (bytes[11] ?? 0);
  const end = bytes.indexOf(0, start);
  return end > start && end - start < 1000 ? decodeUnlabelled(bytes.subarray(start, end)) : undefined;
}
