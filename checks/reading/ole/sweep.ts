/** A stretch of bytes that reads as text. */
export interface Run {
  text: string;
  start: number;
}

/** Rows 16–55 of GB 2312, the 3755 characters that people use most. */
const COMMON = new Set(
  new TextDecoder('gb18030').decode(
    Uint8Array.from({ length: 40 * 94 * 2 }, (_, i) => (i % 2 ? 0xa1 + ((i >> 1) % 94) : 0xb0 + Math.floor(i / 188))),
  ),
);
const WORDS = /[\u4e00-\u9fff]{2,}|[0-9]{6,}|[A-Za-z0-9][A-Za-z0-9 ._:/\\@+=-]{3,}|[\u4e00-\u9fff][^\u4e00-\u9fff]{0,3}[0-9]{2}/;

/**
 * Text that stands in binary data as UTF-16LE, at even and at odd places.
 *
 * @param isNoisy data such as pictures, in which two characters in a row mean nothing
 * @param skip one for every byte that was read in another way
 */
export function* sweepUtf16(bytes: Uint8Array, isNoisy = false, skip?: Uint8Array): Generator<Run> {
  for (const parity of [0, 1]) {
    let start = -1;
    let codes: number[] = [];
    for (let at = parity; at <= bytes.length - 1; at += 2) {
      const code = at + 1 < bytes.length && !skip?.[at] ? bytes[at]! | (bytes[at + 1]! << 8) : 0;
      if (isTextUnit(code)) {
        if (start < 0) start = at;
        codes.push(code);
      } else if (start >= 0) {
        yield* toRun(codes, start, isNoisy);
        start = -1;
        codes = [];
      }
    }
    if (start >= 0) yield* toRun(codes, start, isNoisy);
  }
}

/** Text that stands in binary data in ASCII or GBK. */
export function* sweepGbk(bytes: Uint8Array, isNoisy = false, skip?: Uint8Array): Generator<Run> {
  let start = -1;
  let at = 0;
  for (; at < bytes.length; ) {
    const width = skip?.[at] ? 0 : widthAt(bytes, at);
    if (width > 0 && start < 0) start = at;
    if (width === 0 && start >= 0) {
      yield* decodeRun(bytes, start, at, isNoisy);
      start = -1;
    }
    at += width || 1;
  }
  if (start >= 0) yield* decodeRun(bytes, start, at, isNoisy);
}

function isTextUnit(code: number): boolean {
  return (
    (code >= 0x20 && code < 0x7f) ||
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xff01 && code <= 0xff5e) ||
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x2600 && code <= 0x2606) ||
    (code >= 0x2460 && code <= 0x2473) ||
    (code >= 0x3290 && code <= 0x32b0) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    code === 0xb7 ||
    code === 0x200b ||
    code === 0x2b50
  );
}

function widthAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if ((lead >= 0x20 && lead < 0x7f) || lead === 9 || lead === 10 || lead === 13) return 1;
  const trail = bytes[at + 1] ?? 0;
  return ((lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa3)) && trail >= 0xa1 && trail < 0xff ? 2 : 0;
}

const CHUNK = 30_000;

function* toRun(codes: number[], start: number, isNoisy: boolean): Generator<Run> {
  if (codes.length < 2) return;
  let text = '';
  for (let i = 0; i < codes.length; i += CHUNK) text += String.fromCharCode(...codes.slice(i, i + CHUNK));
  if (isTelling(text, isNoisy) && !isEightBit(codes) && !isSwapped(codes)) yield { text, start };
}

function* decodeRun(bytes: Uint8Array, start: number, end: number, isNoisy: boolean): Generator<Run> {
  if (end - start < 4) return;
  const text = new TextDecoder('gb18030').decode(bytes.subarray(start, end));
  if (isTelling(text, isNoisy)) yield { text, start };
}

/** Long stretches of ASCII, which are Chinese as well when read as UTF-16. */
function isEightBit(codes: number[]): boolean {
  return codes.length >= 8 && codes.every((code) => code > 0xff && isAscii(code & 0xff) && isAscii(code >> 8));
}

/** ASCII in UTF-16 whose bytes were taken in the wrong pairs. */
function isSwapped(codes: number[]): boolean {
  return codes.every((code, i) => (code & 0xff) === 0 || (i === 0 && codes.length > 1));
}

const isAscii = (byte: number) => (byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13;

/** Chance gives two common characters in a row every 300 places, four every 100 000. */
function isTelling(text: string, isNoisy: boolean): boolean {
  if (!WORDS.test(text)) return false;
  if (/[0-9]{6}/.test(text) && !/^(?<one>.)\k<one>*$/.test(text)) return !isNoisy || /[0-9]{8}/.test(text);
  const needed = isNoisy ? 4 : 2;
  let inRow = 0;
  let common = 0;
  let chinese = 0;
  for (const character of text) {
    if (/[\u4e00-\u9fff]/.test(character)) chinese++;
    if (COMMON.has(character)) common++;
    inRow = COMMON.has(character) ? inRow + 1 : 0;
    if (inRow >= needed) return true;
  }
  if (isNoisy) return /[A-Za-z0-9 ._:/\\@-]{12}/.test(text);
  return /[A-Za-z0-9][A-Za-z0-9 ._:/\\@+=-]{3}/.test(text) || (chinese > 0 && common * 2 >= chinese);
}
