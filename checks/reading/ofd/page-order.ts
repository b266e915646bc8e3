import { parseXml } from '../xml/parse-xml.ts';

/** What the main part of a document says of its pages: number of a page, or `template`, by the path of the part. */
export function readPageOrder(part: string, bytes: Uint8Array, pages: Map<string, number | 'template'>): void {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  parseXml(bytes, {
    open(name, { BaseLoc }) {
      if (BaseLoc === undefined) return;
      const path = (BaseLoc.startsWith('/') ? BaseLoc.slice(1) : folder + BaseLoc).toLowerCase();
      if (name === 'Page') pages.set(path, [...pages.values()].filter((page) => page !== 'template').length + 1);
      else if (name === 'TemplatePage') pages.set(path, 'template');
    },
    text() {},
    close() {},
  });
}
