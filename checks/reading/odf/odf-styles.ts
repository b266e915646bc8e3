import { attribute, parseXml } from '../xml/parse-xml.ts';

/** Names of styles that keep what bears them from being seen (OpenDocument 1.3, part 3, 16 to 20). */
export class OdfStyles {
  /** Styles of text, tables and slides alike: their names do not meet in practice. */
  readonly hiding = new Set<string>();

  read(bytes: Uint8Array): void {
    let style = '';
    parseXml(bytes, {
      open: (name, attributes) => {
        if (name === 'style') style = attribute(attributes, 'name') ?? '';
        const isHiding =
          (name === 'text-properties' &&
            (attribute(attributes, 'display') === 'none' || /^#f[\da-f]f[\da-f]f[\da-f]$/iu.test(attributes['fo:color'] ?? ''))) ||
          (name === 'table-properties' && attribute(attributes, 'display') === 'false') ||
          (name === 'drawing-page-properties' && attribute(attributes, 'visibility') === 'hidden');
        if (isHiding && style !== '' && !this.#isFilled) this.hiding.add(style);
        if (name === 'table-cell-properties' || name === 'paragraph-properties' || name === 'graphic-properties')
          this.#isFilled = !/^(?:transparent|#ffffff)$/iu.test(attributes['fo:background-color'] ?? 'transparent');
      },
      text() {},
      close: (name) => {
        if (name !== 'style') return;
        style = '';
        this.#isFilled = false;
      },
    });
  }

  #isFilled = false;
}
