import type { Gather } from '../gather.ts';
import type { Piece, Trait } from '../piece.ts';
import type { Source } from '../reader.ts';
import { readPivotCache } from './biff-text.ts';
import { Bytes } from './bytes.ts';
import type { Leftover } from './leftovers.ts';
import { macroTexts } from './macro-text.ts';
import { nativeFile, type PackedFile, storedObjects } from './packed-files.ts';
import { metafilesIn, picturesIn } from './pictures.ts';
import { readProperties } from './properties.ts';
import { readExcel } from './read-excel.ts';
import { readPowerPoint } from './read-powerpoint.ts';
import { type Found, readWord } from './read-word.ts';
import type { Storage } from './storage.ts';

export interface Around {
  source: Source;
  gather: Gather;
  within: string;
  /** What is to be swept once all else is read. */
  leftovers: Leftover[];
}

const MACROS = /^(?:Macros|_VBA_PROJECT_CUR|VBA|_VBA_PROJECT)$/iu;
const MAIN = new Set(['WordDocument', 'Workbook', 'Book', 'WORKBOOK', 'BOOK', 'PowerPoint Document']);
const PROPERTY = /^\u0005(?:Document)?SummaryInformation$/u;
/** Streams of pictures and packed things, where chance makes characters. */
const NOISY = /^(?:Pictures|Data|EncryptedPackage|\u0001CompObj|\u0003.*|PIC|META|__SRP_.*|CONTENTS)$/u;

/** Reads one folder of a compound file as a document of its own, and the folders in it. */
export async function readStorage(storage: Storage, around: Around): Promise<void> {
  const { gather, within } = around;
  const properties = readProperties(storage, within);
  add(gather, properties);
  if (storage.streams.has('EncryptedPackage') || storage.streams.has('EncryptionInfo')) {
    gather.trait({ kind: 'encrypted', where: `${within}文件` });
    return;
  }
  const found = readDocument(storage, around);
  if (found) {
    add(gather, found);
    for (const leftover of found.leftovers) around.leftovers.push(leftover);
  }
  for (const [name, bytes] of storage.streams) {
    if (found?.isEncrypted && !PROPERTY.test(name)) continue;
    await readStream(name, bytes, found, around);
  }
  for (const inner of storage.storages) await readInnerStorage(inner, around, found?.isEncrypted ?? false);
}

function readDocument(storage: Storage, { within }: Around): Found | undefined {
  if (storage.streams.has('WordDocument')) return readWord(storage, within);
  if (storage.streams.has('PowerPoint Document')) return readPowerPoint(storage, within);
  if (['Workbook', 'Book', 'WORKBOOK', 'BOOK'].some((name) => storage.streams.has(name))) return readExcel(storage, within);
  return undefined;
}

async function readStream(name: string, bytes: Uint8Array, found: Found | undefined, around: Around): Promise<void> {
  const { gather, within } = around;
  if (PROPERTY.test(name)) return;
  if (name === '\u0001Ole10Native') return readPacked(nativeFile(bytes), around);
  if (name === 'Package' || looksWhole(bytes)) return readPacked({ name: '嵌入对象', bytes, label: '嵌入对象' }, around);
  if (name === 'PowerPoint Document')
    for (const file of storedObjects(bytes)) {
      if (file === 'broken') gather.trait({ kind: 'corrupt', where: `${within}嵌入对象` });
      else await readPacked(file, around);
    }
  for (const picture of picturesIn(bytes)) await readPacked(picture, around);
  for (const metafile of metafilesIn(bytes)) around.leftovers.push({ bytes: metafile, where: `${within}图元文件图片`, isNoisy: true });
  for (const text of macroTexts(bytes)) {
    gather.trait({ kind: 'macro', where: `${within}宏` });
    gather.add({ text, where: `${within}宏`, kind: 'code', isHidden: true });
  }
  // The text of a workbook is swept record by record.
  if (found && /^(?:Work)?book$/iu.test(name)) return;
  const where = within + (MAIN.has(name) ? '文件内部数据' : `内部数据流“${printable(name)}”`);
  around.leftovers.push({ bytes, where, isNoisy: NOISY.test(name), skip: found?.taken.get(name) });
}

async function readInnerStorage(inner: Storage, around: Around, isEncrypted: boolean): Promise<void> {
  const { gather, within } = around;
  if (inner.name === '_SX_DB_CUR')
    for (const bytes of inner.streams.values()) add(gather, { pieces: readPivotCache(bytes, within), traits: [] });
  if (MACROS.test(inner.name)) gather.trait({ kind: 'macro', where: `${within}宏` });
  const isObject = [...inner.streams.keys()].some(
    (name) => MAIN.has(name) || name === 'Package' || name === '\u0001Ole10Native' || name === 'CONTENTS',
  );
  if (isObject) gather.trait({ kind: 'embedded', where: `${within}嵌入对象` });
  if (isEncrypted && !isObject) return;
  const place = isObject ? `${within}嵌入对象中的` : within;
  await readStorage(inner, { ...around, within: place });
}

async function readPacked(file: PackedFile, { source, gather, within }: Around): Promise<void> {
  if (file.path) gather.add({ text: file.path, where: `${within}嵌入文件的路径`, kind: 'name', isHidden: true });
  if (--source.budget.parts < 0) {
    gather.trait({ kind: 'cut', where: `${within}文件`, what: '嵌入的文件和图片太多，没有全部读取' });
    return;
  }
  if (file.label !== '图片') gather.trait({ kind: 'embedded', where: within + file.label });
  gather.take(await source.readInner(file.name, file.bytes));
}

function add(gather: Gather, { pieces, traits }: { pieces: Piece[]; traits: Trait[] }): void {
  for (const piece of pieces) gather.add(piece);
  for (const trait of traits) gather.trait(trait);
}

/** A file of another kind that fills a stream: PDF, zip (Office), compound file. */
function looksWhole(bytes: Uint8Array): boolean {
  const start = new Bytes(bytes).u32(0);
  return start === 0x46445025 || start === 0x04034b50 || start === 0xe011cfd0;
}

const printable = (name: string) => name.replace(/[\0-\x1f]/g, '');
