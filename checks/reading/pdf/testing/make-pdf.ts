import { deflateSync } from 'node:zlib';

/** One object of a PDF: a dictionary or value in PDF syntax, and the bytes of its stream if it is one. */
export type PdfObject = string | { dictionary: string; stream: Uint8Array | string };

/**
 * A PDF of these objects, numbered from 1; object 1 must be the catalogue.
 * `trailer` is added to the trailer dictionary, for example `/Info 5 0 R`.
 */
export function toPdf(objects: readonly PdfObject[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    add(Buffer.from(`${index + 1} 0 obj\n`));
    if (typeof object === 'string') add(Buffer.from(object, 'latin1'));
    else {
      const stream = typeof object.stream === 'string' ? Buffer.from(object.stream, 'latin1') : Buffer.from(object.stream);
      add(Buffer.from(`<< ${object.dictionary} /Length ${stream.length} >>\nstream\n`, 'latin1'));
      add(stream);
      add(Buffer.from('\nendstream'));
    }
    add(Buffer.from('\nendobj\n'));
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
      'latin1',
    ),
  );
  return Buffer.concat(parts);
}

/** A text string as PDF dictionaries have it: UTF-16BE, in hexadecimal. */
export function toTextString(text: string): string {
  return `<FEFF${toUtf16(text)}>`;
}

/** Hexadecimal UTF-16BE, which a font with `/Encoding /UniGB-UCS2-H` shows. */
export function toUtf16(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

/** A stream packed with FlateDecode. */
export function toPacked(dictionary: string, bytes: Uint8Array | string): PdfObject {
  return { dictionary: `${dictionary} /Filter /FlateDecode`, stream: deflateSync(bytes) };
}
