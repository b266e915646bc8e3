import { CFB } from '@e965/xlsx';
import type { Storage } from './storage.ts';

/** A folder of a compound file as a file of its own, for a reader that takes only whole files. */
export function writeStorage(storage: Storage): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [name, bytes] of storage.streams) CFB.utils.cfb_add(file, `/${name}`, bytes);
  return Uint8Array.from(CFB.write(file, { type: 'array' }) as ArrayLike<number>);
}
