import { Gather } from '../gather.ts';
import type { Reader } from '../reader.ts';
import { type Leftover, sweepLeftovers } from './leftovers.ts';
import { readStorage } from './read-storage.ts';
import { type CompoundFile, openStorage, type Storage } from './storage.ts';

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
  const file = isBareWorkbook(bytes) ? bareWorkbook(bytes) : openStorage(bytes);
  const format = file ? formatOf(file.root) : 'ole';
  if (!file?.isWhole) gather.trait({ kind: 'corrupt', where: `${within}文件` });
  if (file) {
    await readStorage(file.root, { source, gather, leftovers, within });
    // A project of macros is told as what it is.
    if (format === 'ole' && !gather.traits.some(({ kind }) => kind === 'macro'))
      gather.trait({ kind: 'unknown', where: `${within}文件`, format: extensionOf(name) });
  }
  // Of a broken file, text may stand in parts that no stream leads to.
  leftovers.push({ bytes: file?.isWhole ? file.unused : bytes, where: `${within}文件内部残留数据` });
  const swept = sweepLeftovers(leftovers, gather.pieces);
  for (const piece of swept.pieces) gather.add(piece);
  if (swept.isCut) gather.trait({ kind: 'cut', where: `${within}文件内部数据`, what: '零散的文字太多，没有全部读取' });
  return gather.reading(format);
};

function bareWorkbook(bytes: Uint8Array): CompoundFile {
  return { root: { name: '', streams: new Map([['Book', bytes]]), storages: [] }, isWhole: true, unused: new Uint8Array() };
}

/** What a compound file is by its streams; `ole` when nobody here knows. */
function formatOf(storage: Storage): string {
  return FORMATS.find(([stream]) => storage.streams.has(stream))?.[1] ?? 'ole';
}

/** Excel 2 to 4 wrote the workbook's stream as the file. */
const isBareWorkbook = ([first, second = 0, length]: Uint8Array) => first === 9 && [0, 2, 4].includes(second) && length! <= 16;

const extensionOf = (name: string) => /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? 'ole';
