import { readFileSync } from 'node:fs';

/** A document of LibreOffice with a word in every place that can hold one. */
export const everyPlace = (): Uint8Array => new Uint8Array(readFileSync(new URL('../rtf/fixtures/all.rtf', import.meta.url)));

/** Bytes of GBK, Unicode with fallbacks, hidden and deleted text, a group that nobody knows. */
export const encodings = (): Uint8Array =>
  new Uint8Array(
    Buffer.from(
      "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f1\\fcharset134 A;}}\\f1\\'bb\\'fa\\uc2\\u23494\\'c3\\'dc{\\v x}{\\deleted y}{\\*\\odd z}\\cell\\row\\par}",
    ),
  );
