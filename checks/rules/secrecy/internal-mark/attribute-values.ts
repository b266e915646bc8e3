import type { Document, Table } from '../../../text/document.ts';
import type { Item } from '../../../text/item.ts';
import { itemsIn } from '../../../text/items.ts';
import { isLabel } from '../../../text/labels.ts';
import type { Passage } from '../../../text/passage.ts';
import { ATTRIBUTE, ATTRIBUTE_LABEL, REFUSED_ALONE, REFUSED_VALUE, WHETHER_LABEL } from './internal-forms.ts';

const IN_FIELD = new RegExp(`“${ATTRIBUTE}”$`, 'u');

/** A catalogue names papers; one that also tells what a paper says publishes it. */
const CONTENT = /主要内容|内容(?:摘要|概要|要点)|^(?:摘要|要点|正文|全文|结论)$|处理(?:结果|意见)|决定内容/u;
const NUMBER = /[〔[(]\d{4}[〕\])]\s*\d{1,4}\s*号/u;

/**
 * Values of a paper's openness: the cell beside the label, a field of that name or value, or a column of a list of papers that
 * tells what they say. The column of a mere catalogue is none.
 */
export function attributeValues(document: Document): Passage[] {
  const { passages, tables } = document;
  const listed = itemsIn(document).all.flatMap((item) =>
    item.fields
      .filter(
        ({ label, text }) =>
          ATTRIBUTE_LABEL.test(label) &&
          REFUSED_VALUE.test(text) &&
          (tellsContent(item) || (WHETHER_LABEL.test(label) && !listsPapers(item))),
      )
      .map(({ passage }) => passage),
  );
  const beside = tables.flatMap(({ rows }) =>
    rows.flatMap((row, at) =>
      row.flatMap((cell, column) =>
        cell && ATTRIBUTE_LABEL.test(cell.text) && !(isHeader(row) && headsColumn(rows[at + 1]?.[column]))
          ? (row.slice(column + 1).find((next) => next?.text.trim()) ?? [])
          : [],
      ),
    ),
  );
  const fields = passages.filter(({ kind, where, text }) => kind === 'field' && (IN_FIELD.test(where) || REFUSED_ALONE.test(text)));
  return [...new Set([...listed, ...beside, ...fields])];
}

const isHeader = (row: Table['rows'][number]) => row.every((cell) => !/\d/u.test(cell?.text ?? ''));
/** Below the label of a form stands another label; below the header of a column a value. */
const headsColumn = (below: Passage | undefined) => below !== undefined && below.text.trim() !== '' && !isLabel(below.text);

/** Columns of a list of papers or kinds of information. */
const PAPERS = /事项|名称|目录|信息|文件|文号|标题|依据|类目|要素/u;
const listsPapers = ({ labels }: Item) => labels.some((label) => PAPERS.test(label));

const tellsContent = ({ fields }: Item) =>
  fields.some(({ label, text }) => CONTENT.test(label) && text.trim().length > 4) && fields.some(({ text }) => NUMBER.test(text));
