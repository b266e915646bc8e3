import { type Directory, readDirectory } from './archive/directory.ts';
import { findUnlisted } from './archive/unlisted.ts';
import { extensionOf, type FileKind } from './kinds.ts';
import { sniffText } from './sniff-text.ts';

/** First bytes by kind, in hexadecimal; `.` stands for any digit. */
const MAGIC: readonly [string, FileKind][] = [
  ['25504446', 'pdf'],
  ['89504e470d0a1a0a', 'png'],
  ['ffd8ff', 'jpeg'],
  ['474946383[79]61', 'gif'],
  ['52494646........57454250', 'webp'],
  ['52494646........41564920', 'avi'],
  ['52494646........57415645', 'wav'],
  ['49492a00|4d4d002a|49492b00|4d4d002b', 'tiff'],
  ['........66747970(?:68656963|68656978|6d696631|6d736631|61766966|68657663)', 'heif'],
  ['........66747970', 'mp4'],
  ['00000[12]00..00', 'ico'],
  ['38425053', 'psd'],
  ['01000000.{72}20454d46', 'emf'],
  ['d7cdc69a|010009000003', 'wmf'],
  ['377abcaf271c', '7z'],
  ['526172211a07', 'rar'],
  ['1f8b08', 'gz'],
  ['425a68', 'bz2'],
  ['fd377a585a00', 'xz'],
  ['28b52ffd', 'zst'],
  ['4d534346', 'cab'],
  ['4d5a', 'exe'],
  ['7f454c46', 'elf'],
  ['53514c69746520666f726d6174203300', 'sqlite'],
  ['494433|fff[23ab]', 'mp3'],
  ['464c5601', 'flv'],
  ['3026b2758e66cf11', 'wmv'],
  ['1a45dfa3', 'mkv'],
  ['0001000000|4f54544f00|774f4646|774f4632|74746366', 'font'],
  ['4f676753', 'ogg'],
  ['414331303[0-9a-f]', 'dwg'],
  ['43414a|4b4448', 'caj'],
];
const PATTERNS = MAGIC.map(([pattern, kind]) => ({ pattern: new RegExp(`^(?:${pattern})`, 'u'), kind }));

/** Finds what bytes are, by their first bytes, by what a package holds, and for text by looks and extension. */
export function sniff(bytes: Uint8Array, name = ''): FileKind {
  if (bytes.length === 0) return 'empty';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64)).toString('hex');
  if (/^504b(?:0304|0506|0708|3030)/u.test(head)) return sniffZip(bytes);
  if (head.startsWith('d0cf11e0a1b11ae1')) return sniffOle(bytes);
  if (head.startsWith('424d') && isBitmap(bytes)) return 'bmp';
  for (const { pattern, kind } of PATTERNS) if (pattern.test(head) && (kind !== 'mp3' || extensionOf(name) !== 'txt')) return kind;
  if (latin(bytes.subarray(257, 262)) === 'ustar') return 'tar';
  if (/^\s*\{\\rtf/u.test(latin(bytes.subarray(0, 64)))) return 'rtf';
  const text = sniffText(bytes, extensionOf(name));
  if (text) return text;
  // Programs accept some bytes before a PDF or a zip.
  if (latin(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf';
  return readDirectory(bytes) ? 'zip' : 'unknown';
}

/** What a zip is, by its members. */
function sniffZip(bytes: Uint8Array): FileKind {
  const directory: Pick<Directory, 'members'> = readDirectory(bytes) ?? {
    members: findUnlisted(bytes, 0, Math.min(bytes.length, 50_000_000)),
  };
  const names = new Set(directory.members.map(({ name }) => name.replace(/^\/+/u, '').toLowerCase()));
  const has = (folder: string) => [...names].some((name) => name.startsWith(folder));
  if (names.has('ofd.xml')) return 'ofd';
  const isOffice = names.has('[content_types].xml') || has('_rels/');
  if (isOffice && names.has('xl/workbook.bin')) return 'xlsb';
  if (isOffice || has('docprops/')) {
    if (has('word/')) return 'docx';
    if (has('xl/')) return 'xlsx';
    if (has('ppt/')) return 'pptx';
  }
  if (names.has('mimetype')) {
    const head = latin(bytes.subarray(0, 200));
    if (/opendocument\.text/u.test(head)) return 'odt';
    if (/opendocument\.spreadsheet/u.test(head)) return 'ods';
    if (/opendocument\.(?:presentation|graphics)/u.test(head)) return 'odp';
    if (/epub/u.test(head)) return 'epub';
  }
  return names.has('content.xml') && names.has('meta-inf/manifest.xml') ? 'odt' : 'zip';
}

/** What an OLE compound file is, by the names of its streams, which stand in UTF-16 in its directory. */
function sniffOle(bytes: Uint8Array): FileKind {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (stream: string) => source.includes(Buffer.from(`${stream}\0`, 'utf16le'));
  if (has('EncryptedPackage')) return 'encrypted-office';
  if (has('WordDocument')) return 'doc';
  if (has('Workbook') || has('Book')) return 'xls';
  return has('PowerPoint Document') ? 'ppt' : 'ole';
}

/** `BM` is also how an English text may begin: the header of a bitmap has zeros at 6 to 9. */
const isBitmap = (bytes: Uint8Array): boolean => bytes.length > 26 && bytes.subarray(6, 10).every((byte) => byte === 0);

const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
