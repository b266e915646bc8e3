import type { Reading } from '../piece.ts';
import type { Reader } from '../reader.ts';
import { type Leftover, sweepLeftovers } from './leftovers.ts';
import { readStorage } from './read-storage.ts';
import { openStorage, type Storage } from './storage.ts';

const FORMATS: [stream: string, format: string][] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['WORKBOOK', 'xls'],
  ['BOOK', 'xls'],
  ['PowerPoint Document', 'ppt'],
  ['__properties_version1.0', 'msg'],
];

/** Reads OLE compound files: doc, xls and ppt, their WPS siblings wps, et and dps, and everything embedded in them. */
export const readOle: Reader = async (source) => {
  const reading: Reading = { format: 'ole', pieces: [], traits: [] };
  let storage: Storage;
  try {
    storage = isBareWorkbook(source.bytes)
      ? { name: '', streams: new Map([['Book', source.bytes]]), storages: [] }
      : openStorage(source.bytes);
  } catch {
    reading.traits.push({ kind: 'corrupt', where: `${source.within}文件` });
    reading.pieces = sweepLeftovers([{ bytes: source.bytes, where: `${source.within}文件内部数据` }], []).pieces;
    return reading;
  }
  reading.format = formatOf(storage) ?? 'ole';
  const leftovers: Leftover[] = [];
  await readStorage(storage, { source, reading, leftovers, bytes: source.bytes, within: source.within });
  const swept = sweepLeftovers(leftovers, reading.pieces);
  reading.pieces = reading.pieces.concat(swept.pieces);
  if (swept.isCut) reading.traits.push({ kind: 'cut', where: `${source.within}文件内部数据`, what: '零散的文字太多，没有全部读取' });
  if (reading.format === 'ole') reading.traits.push({ kind: 'unknown', where: `${source.within}文件`, format: extensionOf(source.name) });
  reading.traits = distinct(reading.traits);
  return reading;
};

export function formatOf(storage: Storage): string | undefined {
  return FORMATS.find(([stream]) => storage.streams.has(stream))?.[1];
}

/** Excel 2 to 4 wrote the workbook's stream as the file. */
const isBareWorkbook = ([first, second = 0, length]: Uint8Array) => first === 9 && [0, 2, 4].includes(second) && length! <= 16;

const extensionOf = (name: string) => /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? 'ole';

function distinct<T extends object>(list: T[]): T[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}
