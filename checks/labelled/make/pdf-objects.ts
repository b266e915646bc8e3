/** The numbered objects of a PDF. */
export class PdfObjects {
  readonly #objects: (Buffer | undefined)[] = [];
  readonly #pages = new Map<number, string>();
  readonly #annotations = new Map<number, number[]>();

  /** A number for an object that is set later. */
  reserve(): number {
    return this.#objects.push(undefined);
  }

  set(id: number, body: string): void {
    this.#objects[id - 1] = Buffer.from(body, 'latin1');
  }

  add(body: string): number {
    const id = this.reserve();
    this.set(id, body);
    return id;
  }

  /** Adds a stream; `entries` are those of its dictionary beside the length. */
  stream(entries: string, data: Uint8Array): number {
    const id = this.reserve();
    this.#objects[id - 1] = Buffer.concat([
      Buffer.from(`<< ${entries} /Length ${data.length} >>\nstream\n`),
      data,
      Buffer.from('\nendstream'),
    ]);
    return id;
  }

  page(entries: string): number {
    const id = this.reserve();
    this.#pages.set(id, entries);
    return id;
  }

  /** Puts an annotation or form field on a page. */
  annotate(page: number, annotation: number): void {
    this.#annotations.set(page, [...(this.#annotations.get(page) ?? []), annotation]);
  }

  bytes(catalog: number, info: number): Uint8Array {
    for (const [id, entries] of this.#pages) {
      const list = (this.#annotations.get(id) ?? []).map((annotation) => `${annotation} 0 R`);
      this.set(id, `<< ${entries}${list.length ? ` /Annots [${list.join(' ')}]` : ''} >>`);
    }
    const parts = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
    let at = parts[0]!.length;
    const offsets = this.#objects.map((object, i) => {
      const part = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object ?? Buffer.from('null'), Buffer.from('\nendobj\n')]);
      parts.push(part);
      at += part.length;
      return at - part.length;
    });
    const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    const size = offsets.length + 1;
    parts.push(
      Buffer.from(
        `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root ${catalog} 0 R /Info ${info} 0 R >>\nstartxref\n${at}\n%%EOF\n`,
      ),
    );
    return new Uint8Array(Buffer.concat(parts));
  }
}

/** A text string as PDF keeps it outside of pages: UTF-16 with its mark. */
export function textString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}
