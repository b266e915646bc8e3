import { makePackage, type Parts, type TestRelation } from './make-package.ts';

const SPACES = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['o', 'urn:schemas-microsoft-com:office:office'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

/** A Word part with its root element. */
export const wordPart = (root: string, inner: string): string => `<w:${root} ${SPACES}>${inner}</w:${root}>`;

/** A paragraph of runs or other inner XML. */
export const p = (inner: string, properties = ''): string => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;

/** A run with its properties. */
export const r = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A Word document; `relations` are those of the main part. */
export function makeWord(
  body: string,
  parts: Parts = {},
  relations: TestRelation[] = [],
  more: Record<string, TestRelation[]> = {},
): Uint8Array {
  return makePackage(
    { 'word/document.xml': wordPart('document', `<w:body>${body}</w:body>`), ...parts },
    { '': [['officeDocument', 'word/document.xml']], 'word/document.xml': relations, ...more },
  );
}
