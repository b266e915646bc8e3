import { toGb18030 } from '../../../cms/import/testing/encode.ts';
import type { PdfObjects } from './pdf-objects.ts';

/**
 * How the bytes of a page stand for characters. The first two are Adobe's names for fonts that a reader must have;
 * `identity` numbers the glyphs and gives their meaning in a ToUnicode table.
 */
export type Encoding = 'UniGB-UCS2-H' | 'GBK-EUC-H' | 'identity';

/** STSong-Light without its outlines. */
export class PdfFont {
  readonly #encoding: Encoding;
  readonly #glyphs = new Map<string, number>();

  constructor(encoding: Encoding) {
    this.#encoding = encoding;
  }

  /** Text as the hexadecimal string of a page. */
  encode(text: string): string {
    if (this.#encoding === 'GBK-EUC-H') return hex(toGb18030(text));
    if (this.#encoding === 'UniGB-UCS2-H') return hex(Buffer.from(text, 'utf16le').swap16());
    return [...text]
      .map((character) => this.#glyph(character).toString(16).padStart(4, '0'))
      .join('')
      .toUpperCase();
  }

  #glyph(character: string): number {
    const known = this.#glyphs.get(character);
    if (known) return known;
    this.#glyphs.set(character, this.#glyphs.size + 1);
    return this.#glyphs.size;
  }

  write(objects: PdfObjects, id: number): void {
    const isIdentity = this.#encoding === 'identity';
    const name = isIdentity ? 'AAAAAA+FangSong' : 'STSong-Light';
    const descriptor = objects.add(
      `<< /Type /FontDescriptor /FontName /${name} /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>`,
    );
    const system = isIdentity ? '/Registry (Adobe) /Ordering (Identity) /Supplement 0' : '/Registry (Adobe) /Ordering (GB1) /Supplement 2';
    const cid = objects.add(
      `<< /Type /Font /Subtype /CIDFontType${isIdentity ? 2 : 0} /BaseFont /${name} /CIDSystemInfo << ${system} >> /FontDescriptor ${descriptor} 0 R /DW 1000 >>`,
    );
    const meaning = isIdentity ? ` /ToUnicode ${objects.stream('', Buffer.from(this.#meaning()))} 0 R` : '';
    const encoding = isIdentity ? 'Identity-H' : this.#encoding;
    objects.set(id, `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${encoding} /DescendantFonts [${cid} 0 R]${meaning} >>`);
  }

  #meaning(): string {
    const lines = [...this.#glyphs].map(
      ([character, glyph]) => `<${glyph.toString(16).padStart(4, '0')}> <${hex(Buffer.from(character, 'utf16le').swap16())}>`,
    );
    const blocks: string[] = [];
    for (let i = 0; i < lines.length; i += 100) {
      const block = lines.slice(i, i + 100);
      blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
    }
    return `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Meaning def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${blocks.join('\n')}\nendcmap\nend\nend\n`;
  }
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex').toUpperCase();
