import type { Data } from '../../../../cms/model/types/index.ts';

const EMPTY = /^(?:略|无|暂无|待定|详见.{0,20}|见附件.{0,6}|参见.{0,20}|按(?:有关)?规定|\/|-+|—+|\.+|…+)[。.]?$/u;
const OPEN_ENDED =
  /其他(?:相关|有关|需要|必要|要求)?(?:的)?(?:材料|资料|证明|文件|条件|情形)|有关材料|相关材料|需要提(?:交|供)的其他|(?:材料|证明|证件|资料)等(?=[。；]?$)/u;

/** Fields of the eight key elements, each by the path of what it says. */
function textsOf(data: Data<'guide'>): [field: string, text: string][] {
  const each = (field: string, texts: readonly string[]) => texts.map((text, index): [string, string] => [`${field}.${index}`, text]);
  return [
    ['title', data.title],
    ...each('basis', data.basis),
    ...each('conditions', data.conditions),
    ...data.materials.map(({ name }, index): [string, string] => [`materials.${index}.name`, name]),
    ...each('places', data.places),
    ['hours', data.hours],
    ...data.steps.map(({ work }, index): [string, string] => [`steps.${index}.work`, work]),
  ];
}

/** Fields that say nothing; such an element counts as missing (STD-INS-27). */
export const vagueIn = (data: Data<'guide'>): string[] =>
  textsOf(data)
    .filter(([, text]) => EMPTY.test(text.trim()))
    .map(([field]) => field);

/** Words in conditions and materials by which more may be asked for than is listed (STD-INS-41, STD-SVC-04). */
export const openEndedIn = (data: Data<'guide'>): { field: string; word: string }[] =>
  textsOf(data)
    .filter(([field]) => /^(?:conditions|materials)\./u.test(field))
    .flatMap(([field, text]) => {
      const word = OPEN_ENDED.exec(text)?.[0];
      return word ? [{ field, word }] : [];
    });
