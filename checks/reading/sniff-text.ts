import type { FileKind } from './kinds.ts';

const LOOK = 65_536;
/** Text kinds that nothing but the extension tells. */
const BY_EXTENSION: Record<string, FileKind> = {
  csv: 'csv',
  tsv: 'csv',
  md: 'markdown',
  markdown: 'markdown',
  mht: 'mhtml',
  mhtml: 'mhtml',
};

/** What kind of text bytes are; undefined when they are none. */
export function sniffText(bytes: Uint8Array, extension: string): FileKind | undefined {
  const text = decodeHead(bytes.subarray(0, LOOK));
  if (text === undefined) return undefined;
  const start = text.trimStart().slice(0, 4000);
  if (/^<\?xml/iu.test(start)) {
    const root = /<(?:[\w-]+:)?([A-Za-z][\w-]*)[\s>/]/u.exec(start.replace(/<!--[\s\S]*?-->|<[?!][^>]*>/gu, ''))?.[1]?.toLowerCase();
    return root === 'html' ? 'html' : root === 'svg' ? 'svg' : root === 'document' && /opendocument/u.test(start) ? 'xml' : 'xml';
  }
  if (/^<svg[\s>]/iu.test(start)) return 'svg';
  if (
    extension !== 'md' &&
    extension !== 'markdown' &&
    /^(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body|table|meta|style|script|div|p|h\d)[\s>]/iu.test(start)
  )
    return 'html';
  if (/^MIME-Version:/imu.test(start.slice(0, 2000)) && /^Content-Type:/imu.test(start)) return 'mhtml';
  if ((extension === 'html' || extension === 'htm') && /^(?:<!--[\s\S]*?-->\s*)?<[a-z][\w-]*[\s>/]/iu.test(start)) return 'html';
  return BY_EXTENSION[extension] ?? (/^<[a-z][\w:.-]*[\s>]/iu.test(start) && extension === 'xml' ? 'xml' : 'text');
}

/** The beginning as text, or undefined when control characters say that it is none. */
function decodeHead(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return new TextDecoder(a === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  let controls = 0;
  let zerosEven = 0;
  let zerosOdd = 0;
  bytes.forEach((byte, at) => {
    if (byte === 0) at % 2 === 0 ? zerosEven++ : zerosOdd++;
    else if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 0x1b) controls++;
  });
  const isLong = bytes.length >= 16 && controls <= bytes.length / 100;
  if (isLong && zerosOdd > bytes.length / 8 && zerosEven === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (isLong && zerosEven > bytes.length / 8 && zerosOdd === 0) return new TextDecoder('utf-16be').decode(bytes);
  if (zerosEven + zerosOdd > 0 || controls > bytes.length / 100 + 1) return undefined;
  // Bytes of UTF-8 or GB 18030, cut anywhere; mere noise has far more that fit neither.
  const text = new TextDecoder('utf-8').decode(bytes);
  const faults = count(text);
  if (faults <= 2) return text;
  const chinese = new TextDecoder('gb18030').decode(bytes);
  return count(chinese) <= bytes.length / 50 + 2 ? chinese : undefined;
}

const count = (text: string): number => text.split('\ufffd').length - 1;
