import { Gather } from '../gather.ts';
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
  const { bytes, budget, within, name } = source;
  // Places are put together here, because of what is embedded within.
  const gather = new Gather(budget);
  const leftovers: Leftover[] = [];
  const storage = openDocument(bytes);
  const format = storage ? formatOf(storage) : 'ole';
  if (!storage) {
    gather.trait({ kind: 'corrupt', where: `${within}文件` });
    leftovers.push({ bytes, where: `${within}文件内部数据` });
  } else {
    await readStorage(storage, { source, gather, leftovers, bytes, within });
    if (format === 'ole') gather.trait({ kind: 'unknown', where: `${within}文件`, format: extensionOf(name) });
  }
  const swept = sweepLeftovers(leftovers, gather.pieces);
  for (const piece of swept.pieces) gather.add(piece);
  if (swept.isCut) gather.trait({ kind: 'cut', where: `${within}文件内部数据`, what: '零散的文字太多，没有全部读取' });
  return gather.reading(format);
};

/** Nothing when the file is broken. */
function openDocument(bytes: Uint8Array): Storage | undefined {
  if (isBareWorkbook(bytes)) return { name: '', streams: new Map([['Book', bytes]]), storages: [] };
  try {
    return openStorage(bytes);
  } catch {
    return undefined;
  }
}

/** What a compound file is by its streams; `ole` when nobody here knows. */
function formatOf(storage: Storage): string {
  return FORMATS.find(([stream]) => storage.streams.has(stream))?.[1] ?? 'ole';
}

/** Excel 2 to 4 wrote the workbook's stream as the file. */
const isBareWorkbook = ([first, second = 0, length]: Uint8Array) => first === 9 && [0, 2, 4].includes(second) && length! <= 16;

const extensionOf = (name: string) => /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? 'ole';
