/** Little-endian numbers of a stream; what lies beyond its end is zero, so that a truncated file is read as far as it goes. */
export class Bytes {
  readonly bytes: Uint8Array;
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(at: number): number {
    return this.bytes[at] ?? 0;
  }

  u16(at: number): number {
    return at >= 0 && at + 2 <= this.length ? this.view.getUint16(at, true) : 0;
  }

  u32(at: number): number {
    return at >= 0 && at + 4 <= this.length ? this.view.getUint32(at, true) : 0;
  }

  slice(from: number, to: number): Uint8Array {
    return this.bytes.subarray(Math.max(0, from), Math.max(0, from, to));
  }

  utf16(from: number, to: number): string {
    return new TextDecoder('utf-16le').decode(this.slice(from, to));
  }

  /** Text in a Windows code page; unknown ones are taken for Chinese, which has ASCII in it. */
  text(from: number, to: number, codePage: number): string {
    if (codePage === 1200) return this.utf16(from, to);
    return new TextDecoder(CODE_PAGES[codePage] ?? 'gb18030').decode(this.slice(from, to));
  }
}

const CODE_PAGES: Record<number, string> = {
  936: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  10000: 'macintosh',
  10008: 'gb18030',
  20936: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8',
};
