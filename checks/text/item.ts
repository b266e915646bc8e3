import { looksLikeName } from './given-names.ts';
import { isLabel, plainLabel } from './labels.ts';
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
  /^(?:name|xm|full_?name|user_?name)$|姓名|名字|人$|人员|户主|者$|对象|学生|儿童|孤儿|幼儿|老人|员$|带班|值班|长$|患者|车主|业主|书记|村民|居民|职工|户$|户名|孩子|宝宝|子女|配偶|[爸妈父母爷奶公婆]$|残疾人|师$|医生|专家|代表|委员|成员|主任|支书|经理|同志|干部|学员|司机|用户|客户|买家|旅客|乘客|游客|选手|店主|机主/iu;

/** Longer cells hold no name; a remark in brackets may stand behind one. */
const LONGEST_NAME = 60;

/** Columns whose words could be names and are not. */
const THINGS =
  /名称|品|地|村|乡|镇|县|路|段|点|处|单位|企业|公司|部门|机构|学校|项目|类|型|作物|药|病|种|树|景|事|物|内容|备注|时|日|期|题|原因|情|级|等|别|科目|专业|岗位|职|族|行|币|工序|环节|材|货|菜|主食|措施|状态|结果|结论|意见|属性|方式|来源|去向|色|形|姓|籍|区|线|桥|河|山|库|版/u;

/** The field that names a person in full: in a column that holds people, else in any that is not for other things. */
export const personOf = ({ fields, labels }: Item): Field | undefined => {
  const short = fields.filter(({ text }) => text.length <= LONGEST_NAME);
  return (
    short.find(({ text, label }) => {
      const name = withoutRemark(text);
      return PEOPLE.test(label)
        ? isName(name) || (NAMES.test(label) && isAnyName(name))
        : (labels.length === 0 || label === '' || PREFIXED.test(text)) && isPlainlyName(name);
    }) ??
    short.find(
      ({ text, label }) =>
        !PEOPLE.test(label) && !THINGS.test(label) && isPlainlyName(withoutRemark(text)) && looksLikeName(withoutRemark(text).trim()),
    )
  );
};

/** Every field that names a person and nothing else by its characters, in a column for people or for anything. */
export const peopleOf = ({ fields }: Item): Field[] =>
  fields.filter(
    ({ text, label }) =>
      text.length <= LONGEST_NAME &&
      (NAMES.test(label)
        ? isAnyName(withoutRemark(text))
        : !THINGS.test(label) && isPlainlyName(withoutRemark(text)) && looksLikeName(text.trim())),
  );

/** Columns of names alone, where names of every people stand: `木呷日火`. */
const NAMES = /姓名$|^名字$/u;
const isAnyName = (text: string): boolean =>
  /^\p{Script=Han}{2,6}$/u.test(text.replace(/\s/gu, '')) &&
  !/[某无空缺待略等计]|合计|同上|[村镇乡县局区院校司站所队组班户级费数量称号期类址况码别话]$/u.test(text) &&
  !isLabel(text);

/** A cell with a word of its own for what it holds: `明细：王小明`. */
const PREFIXED = /^\s*\p{Script=Han}{1,6}[：:]/u;
/** A name without the remark in brackets behind it and the word with a colon before it. */
const withoutRemark = (text: string): string => text.replace(/[（(][^（(]*$/u, '').replace(/^\s*\p{Script=Han}{1,6}[：:]\s*/u, '');

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
