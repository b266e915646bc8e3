/** Tags of the fields used here (EXIF 2.3, section 4.6.4). */
const TAGS: Record<string, number> = { ImageDescription: 0x010e, Make: 0x010f, Model: 0x0110, Artist: 0x013b, Copyright: 0x8298 };
const GPS = 0x8825;
const ASCII = 2;
const LONG = 4;
const RATIONAL = 5;

interface Field {
  tag: number;
  type: number;
  count: number;
  data: Buffer;
}

/** Puts EXIF into a JPEG; text is UTF-8, as Chinese cameras and editors write it. */
export function withExif(jpeg: Uint8Array, fields: Record<string, string>, position?: { north: number; east: number }): Uint8Array {
  const main = Object.entries(fields).map(([name, value]) => text(TAGS[name]!, value));
  const gps = position ? [text(1, 'N'), rational(2, degrees(position.north)), text(3, 'E'), rational(4, degrees(position.east))] : [];
  if (position) main.push({ tag: GPS, type: LONG, count: 1, data: number(0) });
  main.sort((a, b) => a.tag - b.tag);
  const length = directory(main, 8).length;
  if (position) main.find(({ tag }) => tag === GPS)!.data = number(8 + length);
  const tiff = Buffer.concat([
    Buffer.from('MM\0*\0\0\0\x08', 'latin1'),
    directory(main, 8),
    position ? directory(gps, 8 + length) : Buffer.alloc(0),
  ]);
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255]);
  return new Uint8Array(Buffer.concat([head, body, jpeg.subarray(2)]));
}

function directory(fields: Field[], start: number): Buffer {
  const entries = Buffer.alloc(2 + fields.length * 12 + 4);
  entries.writeUInt16BE(fields.length);
  const values: Buffer[] = [];
  let at = start + entries.length;
  for (const [i, { tag, type, count, data }] of fields.entries()) {
    const entry = 2 + i * 12;
    entries.writeUInt16BE(tag, entry);
    entries.writeUInt16BE(type, entry + 2);
    entries.writeUInt32BE(count, entry + 4);
    if (data.length <= 4) data.copy(entries, entry + 8);
    else {
      entries.writeUInt32BE(at, entry + 8);
      const even = data.length % 2 ? Buffer.concat([data, Buffer.alloc(1)]) : data;
      values.push(even);
      at += even.length;
    }
  }
  return Buffer.concat([entries, ...values]);
}

function text(tag: number, value: string): Field {
  const data = Buffer.from(`${value}\0`);
  return { tag, type: ASCII, count: data.length, data };
}

function rational(tag: number, values: [number, number][]): Field {
  return { tag, type: RATIONAL, count: values.length, data: Buffer.concat(values.flat().map(number)) };
}

function number(value: number): Buffer {
  const data = Buffer.alloc(4);
  data.writeUInt32BE(value);
  return data;
}

/** Degrees, minutes and seconds as fractions. */
function degrees(value: number): [number, number][] {
  const minutes = (value % 1) * 60;
  return [
    [Math.floor(value), 1],
    [Math.floor(minutes), 1],
    [Math.round((minutes % 1) * 6000), 100],
  ];
}
