import { strToU8, zipSync } from 'fflate';

const SPACES =
  'xmlns:w="urn:w" xmlns:r="urn:r" xmlns:a="urn:a" xmlns:wp="urn:wp" xmlns:pic="urn:pic" xmlns:mc="urn:mc" xmlns:wps="urn:wps" xmlns:m="urn:m" xmlns:v="urn:v"';

export interface Parts {
  /** Inner XML of the body. */
  body: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
  /** Relationship id to target, for the document; an address is external. */
  relations?: Record<string, string>;
  /** Other parts by name. */
  others?: Record<string, string | Uint8Array>;
}

/** A small Word document for tests. */
export function makeDocx({ body, styles, numbering, footnotes, relations = {}, others = {} }: Parts): Uint8Array {
  const parts: Record<string, Uint8Array> = { 'word/document.xml': xml('document', `<w:body>${body}</w:body>`) };
  if (styles) parts['word/styles.xml'] = xml('styles', styles);
  if (numbering) parts['word/numbering.xml'] = xml('numbering', numbering);
  if (footnotes) parts['word/footnotes.xml'] = xml('footnotes', footnotes);
  const targets = Object.entries(relations).map(
    ([id, target]) => `<Relationship Id="${id}" Target="${target}"${/^https?:/u.test(target) ? ' TargetMode="External"' : ''}/>`,
  );
  parts['word/_rels/document.xml.rels'] = strToU8(`<Relationships>${targets.join('')}</Relationships>`);
  for (const [name, content] of Object.entries(others)) parts[name] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(parts);
}

const xml = (root: string, inner: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${SPACES}>${inner}</w:${root}>`);

/** A paragraph; `properties` is the inner XML of pPr. */
export const p = (runs: string, properties = '') => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
export const t = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const numbered = (list: number, level = 0) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
