/**
 * What an editor reads when a field is wrong: what is the matter, in the words of the form's label,
 * then what to do. Full sentences, no 请, no 非法.
 */
import type { ChoiceField, IntegerField, ListField, NumbersField } from './field.ts';

import { quote } from './quote.ts';

type Label = { label: string; help: string; optional?: boolean };

/** A label in quotation marks; those inside it become single. */
const named = ({ label }: Label) => `“${label.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** Unknown keys of one group that are named one by one. */
const NAMED_KEYS = 100;
/** Characters of a quotation. */
const QUOTED = 20;
/** Characters of a list of choices; beyond them the handbook has the list. */
const LISTED = 60;

export const missing = (field: Label) =>
  field.optional ? `${named(field)}是空的。填写内容，或者删去这一项。` : `${named(field)}没有填写。${field.help}`;
/** The label of the field that a message says is not filled in. */
export const missingIn = (message: string): string | undefined => /^“([^”]+)”没有填写/u.exec(message)?.[1];
export const notText = (field: Label) => `${named(field)}应当是文字。全是数字的内容两边加上英文引号。`;
export const oneLine = (field: Label) => `${named(field)}只能写一行。删去换行。`;
export const tooLong = (field: Label, max: number, length: number) =>
  `${named(field)}最多 ${max} 个字，现在有 ${length} 个。删去 ${length - max} 个字。`;
export const tooShort = (field: Label, min: number, length: number) => `${named(field)}至少 ${min} 个字，现在有 ${length} 个。补充完整。`;
export const shape = (field: Label, shapeWords: string) => `${named(field)}的写法不对。${shapeWords}。`;
export const day = (field: Label) => `${named(field)}的写法不对。写成“年-月-日”，例如 2026-03-10。`;
export const moment = (field: Label) => `${named(field)}的写法不对。写成“年-月-日 时:分”，例如 2026-03-10 09:30。`;
export const noSuchDay = (field: Label) => `${named(field)}在日历上没有这一天。核对年、月、日。`;
export const yes = (field: Label) => `${named(field)}只能选是或者否。写 true 或者 false。`;
export const integer = (field: Label) => `${named(field)}应当是整数。只写数字，不带单位。`;
export const range = (field: IntegerField) => `${named(field)}应当在 ${field.min} 到 ${field.max} 之间。核对数字。`;
export const numbers = (field: NumbersField) =>
  `${named(field)}应当是 ${field.columns.length} 个不小于零的数。依次填写：${field.columns.join('、')}。`;
export const notAList = (field: Label) => `${named(field)}应当逐条列出。每条一行，以“- ”开头。`;
export const notAGroup = (field: Label) => `${named(field)}里应当分项填写。每项一行，写成“名称: 内容”。`;
export const tooFew = (field: ListField) => `${named(field)}至少要有 ${field.min} 条。补齐后再保存。`;
export const tooMany = (field: ListField) => `${named(field)}最多 ${field.max} 条。合并或者删去多余的。`;

export const notAnOption = (field: ChoiceField, value: unknown) => {
  const options = Object.entries(field.options);
  const known = options.map(([key, label]) => `${key}（${label}）`);
  const all = known.join('、');
  const choose =
    all.length <= LISTED
      ? `从这些里选一项：${all}。`
      : `从内容手册列出的 ${known.length} 项里选一项，例如 ${known.slice(0, 2).join('、')}。`;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return `${named(field)}只能选一项。${choose}`;
  const given = String(value);
  const chosen = options.find(([, label]) => label === given.trim());
  if (chosen) return `${named(field)}要写代码。把“${quote(given, QUOTED)}”改成 ${chosen[0]}。`;
  const near = options.find(([key]) => isNear(key, given));
  return `${named(field)}里没有“${quote(given, QUOTED)}”这一项。${near ? `改成 ${near[0]}（${near[1]}）。` : choose}`;
};

/** One line for each key, in their order; where there are very many, a last line for the rest. */
export const unknownKeys = (keys: readonly string[], known: readonly string[]) => {
  const lines = keys.slice(0, NAMED_KEYS).map((key) => {
    const near = known.find((name) => isNear(name, key));
    return `没有“${quote(key, QUOTED)}”这个字段。${near ? `改成“${near}”，或者删去。` : '删去这一行。'}`;
  });
  if (keys.length > NAMED_KEYS) lines.push(`这里还有 ${keys.length - NAMED_KEYS} 个字段也不认识。核对字段名，多余的删去。`);
  return lines.join('\n');
};

const isNear = (known: string, given: string) => Math.abs(known.length - given.length) <= 2 && distance(known, given) <= 2;

/** Letters to change, add or leave out. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}
