import { Bytes } from './bytes.ts';
import { DirectoryTree } from './directory-tree.ts';
import { Sectors } from './sectors.ts';

/** A folder of an OLE compound file ([MS-CFB]). Names as the file has them, with leading control characters. */
export interface Storage {
  name: string;
  streams: Map<string, Uint8Array>;
  storages: Storage[];
}

export interface CompoundFile {
  root: Storage;
  /** False when sectors are missing, chained in circles or used twice. */
  isWhole: boolean;
  /** Sectors that no stream uses, where deleted things may still stand. */
  unused: Uint8Array;
}

/** Opens a compound file as far as it goes. Nothing when its head is not one. */
export function openStorage(bytes: Uint8Array): CompoundFile | undefined {
  const data = new Bytes(bytes);
  const shift = data.u16(30);
  if (data.u32(0) !== 0xe011cfd0 || shift < 7 || shift > 16 || bytes.length < 512) return undefined;
  const sectors = new Sectors(data, shift);
  const root = new DirectoryTree(sectors).read();
  return { root, isWhole: sectors.isWhole, unused: sectors.unused() };
}
