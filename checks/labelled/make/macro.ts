import { compoundFile } from './compound-file.ts';

/** A `vbaProject.bin` with one module, compressed as MS-OVBA 2.4.1 asks, with literals only. */
export function macroProject(source: string): Uint8Array {
  const code = latin(`Attribute VB_Name = "Module1"\r\n${source.replaceAll('\n', '\r\n')}`);
  return compoundFile({
    'VBA/dir': compressed(directory()),
    'VBA/_VBA_PROJECT': new Uint8Array([0xcc, 0x61, 0xff, 0xff, 0, 0, 0]),
    'VBA/Module1': compressed(code),
    PROJECT: latin('ID="{00000000-0000-0000-0000-000000000000}"\r\nModule=Module1\r\nName="VBAProject"\r\n'),
  });
}

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** Records of MS-OVBA 2.3.4.2, as far as readers ask for them. */
function directory(): Uint8Array {
  const word = (value: number) => [value & 255, value >> 8];
  const record = (id: number, data: number[]) => [...word(id), ...word(data.length), 0, 0, ...data];
  const name = [...latin('VBAProject')];
  const module = [...latin('Module1')];
  const wide = [...new Uint8Array(Buffer.from('Module1', 'utf16le'))];
  return new Uint8Array([
    ...record(1, [3, 0, 0, 0]),
    ...record(2, [4, 8, 0, 0]),
    ...record(0x14, [4, 8, 0, 0]),
    ...record(3, word(936)),
    ...record(4, name),
    ...[...record(5, []), ...record(0x40, [])],
    ...[...record(6, []), ...record(0x3d, [])],
    ...record(7, [0, 0, 0, 0]),
    ...record(8, [0, 0, 0, 0]),
    ...[...word(9), 4, 0, 0, 0, 1, 0, 0, 0, 0, 0],
    ...[...record(0x0c, []), ...record(0x3c, [])],
    ...record(0x0f, word(1)),
    ...record(0x13, word(0xffff)),
    ...record(0x19, module),
    ...record(0x47, wide),
    ...[...record(0x1a, module), ...record(0x32, wide)],
    ...[...record(0x1c, []), ...record(0x48, [])],
    ...record(0x31, [0, 0, 0, 0]),
    ...record(0x1e, [0, 0, 0, 0]),
    ...record(0x2c, word(0xffff)),
    ...record(0x21, []),
    ...record(0x2b, []),
    ...record(0x10, []),
  ]);
}

function compressed(bytes: Uint8Array): Uint8Array {
  const out = [1];
  for (let at = 0; at < bytes.length; at += 3640) {
    const part = bytes.subarray(at, at + 3640);
    const chunk: number[] = [];
    for (let i = 0; i < part.length; i += 8) chunk.push(0, ...part.subarray(i, i + 8));
    const size = chunk.length + 2 - 3;
    out.push(size & 255, 0xb0 | (size >> 8), ...chunk);
  }
  return new Uint8Array(out);
}
