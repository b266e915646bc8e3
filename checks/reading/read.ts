import { channel } from 'node:diagnostics_channel';
import { readDirectory } from './archive/directory.ts';
import { Budget } from './budget.ts';
import { Gather } from './gather.ts';
import { extensionOf, type FileKind, fits, isShownAsMarkup } from './kinds.ts';
import type { Reading } from './piece.ts';
import { readerFor } from './readers.ts';
import { sniff } from './sniff.ts';
import { decodeText } from './text/decode.ts';
import { hasProgram } from './text/has-program.ts';

/**
 * Reads everything that somebody could find in a file, in files packed in it, and in its name. Never throws for what
 * the file holds: what could not be read is a trait. Takes as long as it takes; whoever calls it sets the time limit.
 *
 * @param name as a citizen would see it, with extension
 */
export const readFile = (name: string, bytes: Uint8Array, budget: Budget = new Budget()): Promise<Reading> =>
  readAt({ name, bytes, budget, within: '', level: 0 });

/**
 * Errors that readers threw, for whoever looks for faults in readers. Their messages may hold words of the file: never
 * log them.
 */
export const readerFaults = channel('gongkai:reader-faults');

interface Found {
  name: string;
  bytes: Uint8Array;
  budget: Budget;
  within: string;
  level: number;
}

async function readAt(found: Found): Promise<Reading> {
  const { name, bytes, budget, within, level } = found;
  const gather = new Gather(budget, within);
  const kind = sniff(bytes, name);
  const extension = extensionOf(name);
  gather.add({ text: name, where: level === 0 ? '文件名' : '的名称', kind: 'name', isHidden: false });
  if (!fits(kind, extension)) gather.trait({ kind: 'misnamed', where: '文件', says: extension, is: kind });
  const reading = await readAs(kind, found);
  gather.take(reading);
  if (isShownAsMarkup(kind, extension) && hasProgram(reading.source ?? decodeText(bytes, '').text, kind === 'html' || kind === 'svg'))
    gather.trait({ kind: 'macro', where: WHERE_IT_RUNS[kind] ?? '文件' });
  if (isAlsoZip(kind, bytes)) gather.take(await readAs('zip', found));
  const { format, source, pages } = reading;
  return { ...gather.reading(format), ...(source !== undefined && { source }), ...(pages !== undefined && { pages }) };
}

const WHERE_IT_RUNS: Partial<Record<FileKind, string>> = { html: '网页', svg: '图片' };

async function readAs(kind: FileKind, found: Found): Promise<Reading> {
  const { name, budget, within, level } = found;
  if (kind === 'empty') return { format: kind, pieces: [], traits: [] };
  const load = readerFor(kind);
  const where = `${within}文件`;
  if (!load)
    return { format: kind, pieces: [], traits: [{ kind: 'unknown', where, format: kind === 'unknown' ? extensionOf(name) : kind }] };
  // A reader that does not load is our fault, not the file's, and must not look like a broken file.
  const read = await load();
  try {
    return await read({
      ...found,
      readInner: async (inner, bytes) => {
        const place = `${within}${stepInto(kind, level)}“${inner}”`;
        if (level >= budget.depth) return tooDeep(inner, place);
        return readAt({ name: inner, bytes, budget, within: place, level: level + 1 });
      },
    });
  } catch (error) {
    readerFaults.publish(error);
    return { format: kind, pieces: [], traits: [{ kind: 'corrupt', where }] };
  }
}

const tooDeep = (name: string, where: string): Reading => ({
  format: 'unknown',
  pieces: [{ text: name, where: `${where}的名称`, kind: 'name', isHidden: false }],
  traits: [{ kind: 'cut', where, what: '层层打包太深，没有检查' }],
});

const PACKED = new Set<FileKind>(['zip', 'epub', 'gz', 'tar']);
const ATTACHED = new Set<FileKind>(['pdf', 'mhtml', 'text', 'ofd']);

/** Words that lead from a file to one inside it, as in `压缩包中的“名单.xlsx”`. */
function stepInto(kind: FileKind, level: number): string {
  if (PACKED.has(kind)) return level === 0 ? '压缩包中的' : '中的';
  if (ATTACHED.has(kind)) return level === 0 ? '附件' : '的附件';
  return level === 0 ? '嵌入的' : '中嵌入的';
}

/** Zip already, or, as OLE files do, keeping embedded zip files in pieces that their own reader puts together. */
const PACKAGES = new Set<FileKind>([
  'docx',
  'xlsx',
  'xlsb',
  'pptx',
  'odt',
  'ods',
  'odp',
  'ofd',
  'zip',
  'epub',
  'doc',
  'xls',
  'ppt',
  'ole',
  'encrypted-office',
]);

/** Whether a zip follows what the first bytes promise, as in a picture or program with an archive put behind it. */
const isAlsoZip = (kind: FileKind, bytes: Uint8Array): boolean =>
  !PACKAGES.has(kind) && (readDirectory(bytes)?.members.some(({ data }) => data < bytes.length) ?? false);
