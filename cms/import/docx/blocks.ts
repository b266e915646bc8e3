import { type Block, type Cell, paragraph, paragraphsOf } from '../block.ts';
import { clean } from '../read/white-space.ts';
import { join, splitLines, standIn } from '../text.ts';
import type { WordDocument } from './document.ts';
import { readRuns } from './runs.ts';
import { headingOf } from './styles.ts';
import { attributeOf, childNamed, childrenNamed, elementsOf, localName, settingOf, type XmlElement } from './xml.ts';

/** The blocks of a part of the document, in reading order. */
export function readBlocks(container: XmlElement, document: WordDocument): Block[] {
  return elementsOf(container).flatMap((child): Block[] => {
    switch (localName(child.name)) {
      case 'p':
        return readParagraph(child, document);
      case 'tbl':
        return readTable(child, document);
      case 'sdt':
      case 'sdtContent':
      case 'customXml':
      case 'ins':
        return readBlocks(child, document);
      case 'altChunk':
        document.tell('', '这里插着另一个文档，没有带过来。打开原稿，把它的文字粘贴进来再导入。');
        return [];
      default:
        return [];
    }
  });
}

function readParagraph(element: XmlElement, document: WordDocument): Block[] {
  const properties = childNamed(element, 'pPr');
  const style = document.styleOf(settingOf(properties, 'pStyle'));
  const label = document.numbering.next(childNamed(properties, 'numPr') ?? style.numbering);
  const number = label && label.text !== '' ? [document.write(label.text)] : [];
  const runs = readRuns(element, document);
  const lines = splitLines(join([...number, ...runs.texts, standIn('', 0)])).map(clean);
  document.source += '\n';
  const heading = headingOf('', properties) ?? style.heading;
  const item = label?.bullet ? { depth: label.depth } : undefined;
  // Writers end a line by Shift and Enter where they mean a paragraph.
  const blocks = lines.filter((line) => line.value !== '').map((line) => paragraph(line, { heading, item, style: style.name }));
  return [...blocks, ...runs.boxes.flatMap((box) => readBlocks(box, document))];
}

function readTable(table: XmlElement, document: WordDocument): Block[] {
  const rows: Cell[][] = [];
  /** The cell that each column of the grid is still part of, downwards. */
  const open: (Cell | undefined)[] = [];
  for (const row of rowsOf(table)) {
    const properties = childNamed(row, 'trPr');
    const cells: Cell[] = [];
    let column = Number(settingOf(properties, 'gridBefore') ?? 0) || 0;
    if (column > 0) cells.push(blank(column));
    for (const cell of cellsOf(row)) {
      const columns = Math.min(Math.max(Number(settingOf(childNamed(cell, 'tcPr'), 'gridSpan') ?? 1) || 1, 1), 200);
      const merge = childNamed(childNamed(cell, 'tcPr'), 'vMerge');
      const lines = readBlocks(cell, document)
        .flatMap(paragraphsOf)
        .map((line) => paragraph(line.text));
      const above = open[column];
      if (merge && attributeOf(merge, 'val') !== 'restart' && above) {
        above.rows++;
        above.lines.push(...lines);
      } else {
        const made: Cell = { lines, columns, rows: 1, head: childNamed(properties, 'tblHeader') !== undefined };
        cells.push(made);
        for (let i = column; i < column + columns; i++) open[i] = merge ? made : undefined;
      }
      column += columns;
    }
    rows.push(cells);
  }
  return rows.flat().some((cell) => cell.lines.length > 0) ? [{ kind: 'table', rows }] : [];
}

const blank = (columns: number): Cell => ({ lines: [], columns, rows: 1, head: false });

/** Rows and cells may be wrapped in content controls. */
const rowsOf = (table: XmlElement): XmlElement[] => unwrap(table, 'tr');
const cellsOf = (row: XmlElement): XmlElement[] => unwrap(row, 'tc');
function unwrap(element: XmlElement, name: string): XmlElement[] {
  return childrenNamed(element, name, 'sdt', 'sdtContent', 'customXml').flatMap((child) =>
    localName(child.name) === name ? [child] : unwrap(child, name),
  );
}
