import { Gather } from '../gather.ts';
import type { Reader } from '../reader.ts';
import { splitFields } from './csv-cells.ts';
import { decodeText } from './decode.ts';
import { readParagraphs } from './paragraphs.ts';

/** Part of the pieces left that may be cells; a file with more is read line by line from there on. */
const SHARE_OF_CELLS = 0.9;

/** Reads a table in text form: fields set apart by commas, semicolons or tabs. */
export const readCsv: Reader = async (source) => {
  const { text, trait } = decodeText(source.bytes, `${source.within}表格`);
  const gather = new Gather(source.budget);
  if (trait) gather.trait(trait);
  let cells = source.budget.pieces * SHARE_OF_CELLS;
  for (const { row, column, text: field, start, offsets } of splitFields(text, separatorOf(text))) {
    if (--cells < 0) {
      for (const piece of readParagraphs(text, source.within, start)) gather.add({ ...piece, where: `${source.within}第${row + 1}行以后` });
      gather.trait({ kind: 'cut', where: `${source.within}表格`, what: `单元格太多，第${row + 1}行以后没有按表格读取` });
      break;
    }
    if (field.trim() === '') continue;
    const where = `${source.within}第${row + 1}行第${column + 1}列`;
    gather.add({ text: field, where, kind: 'cell', isHidden: false, cell: { table: 0, row, column }, offsets: offsets ?? start });
  }
  return { ...gather.reading('csv'), source: text };
};

/** The separator that gives the first lines the most fields; Excel's own `sep=;` counts first. */
function separatorOf(text: string): string {
  const told = /^sep=([,;\t|])/iu.exec(text)?.[1];
  if (told) return told;
  const sample = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/gu, '');
  const counts = [',', '\t', ';', '|', '，'].map((separator) => ({ separator, count: sample.split(separator).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}
