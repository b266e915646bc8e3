/**
 * What an editor reads when a field is wrong: what is the matter, in the words of the form's label,
 * then what to do. Full sentences, no 请, no 非法.
 */
import type { ChoiceField, IntegerField, ListField, NumbersField } from './field.ts';

type Label = { label: string; help: string };

export const missing = (field: Label) => `“${field.label}”没有填写。${field.help}`;
export const notText = (field: Label) => `“${field.label}”应当是文字。全是数字的内容两边加上英文引号。`;
export const oneLine = (field: Label) => `“${field.label}”只能写一行。删去换行。`;
export const tooLong = (field: Label, max: number, length: number) =>
  `“${field.label}”最多 ${max} 个字，现在有 ${length} 个。删去 ${length - max} 个字。`;
export const shape = (field: Label, shapeWords: string) => `“${field.label}”的写法不对。${shapeWords}。`;
export const day = (field: Label) => `“${field.label}”的写法不对。写成“年-月-日”，例如 2026-03-10。`;
export const moment = (field: Label) => `“${field.label}”的写法不对。写成“年-月-日 时:分”，例如 2026-03-10 09:30。`;
export const noSuchDay = (field: Label) => `“${field.label}”在日历上没有这一天。核对年、月、日。`;
export const yes = (field: Label) => `“${field.label}”只能选是或者否。写 true 或者 false。`;
export const integer = (field: Label) => `“${field.label}”应当是整数。只写数字，不带单位。`;
export const range = (field: IntegerField) => `“${field.label}”应当在 ${field.min} 到 ${field.max} 之间。核对数字。`;
export const numbers = (field: NumbersField) =>
  `“${field.label}”应当是 ${field.columns.length} 个不小于零的数。依次填写：${field.columns.join('、')}。`;
export const notAList = (field: Label) => `“${field.label}”应当逐条列出。每条一行，以“- ”开头。`;
export const notAGroup = (field: Label) => `“${field.label}”里应当分项填写。每项一行，写成“名称: 内容”。`;
export const tooFew = (field: ListField) => `“${field.label}”至少要有 ${field.min} 条。补齐后再保存。`;
export const tooMany = (field: ListField) => `“${field.label}”最多 ${field.max} 条。合并或者删去多余的。`;
export const notAnOption = (field: ChoiceField, value: unknown) => {
  const known = Object.entries(field.options).map(([key, label]) => `${key}（${label}）`);
  return `“${field.label}”里没有“${String(value).slice(0, 40)}”这一项。从这些里选一项：${known.join('、')}。`;
};
export const unknownKey = (keys: string[], known: string[]) => {
  const near = known.find((name) => distance(name, keys[0] ?? '') <= 2);
  return `没有“${keys.join('、')}”这个字段。${near ? `改成“${near}”，或者删去。` : '删去这一行。'}`;
};

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}
