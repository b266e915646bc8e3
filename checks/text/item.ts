import { plainLabel } from './labels.ts';
import type { Passage } from './passage.ts';
import { isName, isPlainlyName } from './people.ts';

/** A stretch of a passage that stands by itself: a cell of a table, of a drawn table or of a form. */
export interface TextCell {
  text: string;
  passage: Passage;
  start: number;
  end: number;
}

/** A cell with what it is about: the header above or beside it, without brackets and spaces; empty when there is none. */
export interface Field extends TextCell {
  label: string;
}

/** What a table, a form or a few lines tell of one person or thing. */
export interface Item {
  fields: readonly Field[];
  /** The labels of all columns of the table or of all fields of the form. */
  labels: readonly string[];
}

/** Columns that hold people. */
const PEOPLE =
  /姓名|名字|人$|人员|户主|者$|对象|学生|儿童|孤儿|幼儿|老人|员$|带班|值班|长$|患者|车主|业主|书记|村民|居民|职工|户$|户名|孩子|宝宝|子女|配偶|[爸妈父母爷奶公婆]$|残疾人|师$|医生|专家|代表|委员|成员|主任|支书|经理|同志|干部|学员|司机/u;

/** Longer cells hold no name; a remark in brackets may stand behind one. */
const LONGEST_NAME = 60;

/** The field that names a person in full, in a column that holds people or in a table without headers. */
export const personOf = ({ fields, labels }: Item): Field | undefined =>
  fields.find(({ text, label }) => {
    if (text.length > LONGEST_NAME) return false;
    const name = text.replace(/[（(][^（(]*$/u, '');
    return PEOPLE.test(label) ? isName(name) : (labels.length === 0 || label === '') && isPlainlyName(name);
  });

/** A name of a unit or business, by its end. */
const UNIT =
  /(?:公司|局|中心|专户|学校|小学|中学|幼儿园|合作社|委员会|村委会|居委会|医院|卫生院|卫生室|诊所|政府|办事处|协会|工会|[敬养]老院|福利院|店|厂|站|所|馆|超市|商行|经营部|农场|工作室|事务所|银行)$/u;

/** Whether an item is about a unit or business: a column names one. */
export const isOfUnit = ({ fields }: Item): boolean =>
  fields.some(
    ({ text, label }) => text.length <= LONGEST_NAME && UNIT.test(text.trim()) && !/工作单位|就读|学校|所在|开户|银行|发放/u.test(label),
  );

/** Makes fields of cells and the labels over them. */
export const toItem = (cells: readonly (TextCell | undefined)[], labels: readonly string[]): Item => ({
  fields: cells.flatMap((cell, column) => (cell && cell.text.trim() !== '' ? [{ ...cell, label: labels[column] ?? '' }] : [])),
  labels: labels.filter(Boolean),
});

/** The labels that a row of headers gives. */
export const labelsOf = (row: readonly (TextCell | undefined)[]): string[] => Array.from(row, (cell) => plainLabel(cell?.text ?? ''));
