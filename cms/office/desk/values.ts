import { SURNAMES } from '../../model/surnames.ts';

/** What does harm when it is wrong, and is therefore checked piece by piece (legal-risk review). */
export const VALUES = {
  amount: '金额和数量',
  date: '日期和时间',
  name: '人名',
  phone: '电话',
  citation: '法规、文件和文号',
  link: '网址和邮箱',
} as const;
export type ValueKind = keyof typeof VALUES;

export interface Value {
  kind: ValueKind;
  /** As it is written. */
  text: string;
  /** Offset in the text. */
  at: number;
}

const NUMERAL = '[一二三四五六七八九十百千万亿零〇两\\d]';
const ARTICLE = `第${NUMERAL}+条(?:之${NUMERAL}+)?(?:第${NUMERAL}+款)?(?:第?[（(]?${NUMERAL}+[）)]?项)?`;
const DOCUMENT = '(?:(?![据照按依以的和与及将把见为])\\p{Script=Han}){1,8}〔\\d{4}〕\\d{1,5}号';
const INDEX_NUMBER = '\\d{9}/\\d{6}-\\d{5}';
/** No part of a word in Latin letters, such as the name of a file. */
const ALONE = '(?<![A-Za-z0-9_.-])';
const DIGITS = '\\d+(?:[,，]\\d{3})*(?:\\.\\d+)?';
const UNIT =
  '(?:[%％‰]|个?百分点|(?:万亿|亿|万|千|百)?(?:美元|元|角|分钟|分|平方米|平方公里|立方米|公里|千米|米|公顷|亩|公斤|千克|吨|克|度|千瓦时|人次|户次|人|名|户|家|所|个工作日|工作日|日|天|周|个月|岁|周岁|年|小时|项|件|条|次(?!性)|个|张|份|辆|台|套|间|床|处|期|批|班|路|栋|倍)|万亿|亿|万)?';
/** Units by their signs; other letters after a number make a code, or what a machine took for one. */
const SIGN = '[kcm]?m|[km]?g|t|m?L|[kMG]?W|[kM]Wh|k?V|[kM]?Pa|[kMG]?Hz|dB|[KMG]B|℃';

/** Each kind as a pattern, in the order in which they are tried at a place. */
const PATTERNS: readonly [ValueKind, string][] = [
  ['link', '(?:https?:\\/\\/|www\\.)[!-~]+|[\\w.-]+@[\\w-]+(?:\\.[\\w-]+)+'],
  ['citation', `《[^《》\\n]{1,80}》(?:（[^（）\\n]{0,30}〔\\d{4}〕\\d{1,5}号）)?(?:${ARTICLE})?|${DOCUMENT}|${ARTICLE}|${INDEX_NUMBER}`],
  [
    'phone',
    `${ALONE}(?:1[3-9]\\d{9}|0\\d{2,3}[-－—]?\\d{7,8}(?:转\\d{1,6})?|400[-－—]?\\d{3}[-－—]?\\d{4}|(?<=[热专]线|电话|拨打|：)1[12]\\d{3})(?!\\d)`,
  ],
  [
    'date',
    `${ALONE}(?:(?:\\d{4}|[二一〇○零三四五六七八九]{4})年(?:${NUMERAL}{1,3}月(?:${NUMERAL}{1,3}日)?)?|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|${NUMERAL}{1,3}月(?:${NUMERAL}{1,3}日)?|(?:上午|下午|早上|晚上|中午)?\\d{1,2}(?:[时点](?:\\d{1,2}分|半)?|[:：]\\d{2}(?!\\d)))`,
  ],
  [
    'amount',
    `[壹贰叁肆伍陆柒捌玖拾佰仟万亿零]{2,}[元圆](?:整|正|[壹贰叁肆伍陆柒捌玖零角分]+)?|[一二三四五六七八九十百千两]+(?:万|亿)?(?:元|个工作日|工作日|个月|日|天|周|年|小时|次(?!性)|人|名|户|倍|成)|[¥￥$]?${ALONE}${DIGITS}(?:多|余)?(?:${UNIT}|${SIGN})(?![A-Za-z\\d])`,
  ],
];

const PERSON = `(?:${SURNAMES})(?!某)\\p{Script=Han}{1,2}`;
const TITLE =
  '(?:同志|先生|女士|(?:副)?(?:县长|局长|镇长|乡长|主任|书记|科长|股长|院长|校长|所长|站长|经理|董事长|主席|部长|处长|队长|组长))';
const NAMED = [
  // After a word for who it is, and before a title.
  `(?<=(?:联系人|负责人|经办人|责任编辑|承办人|主持人|来信人|姓名|主任|局长|县长|镇长|乡长|书记|组长|院长|校长|编辑)[：:\\s]{1,3})${PERSON}(?!\\p{Script=Han})`,
  `(?<=[由请经向对和与、是及局县镇乡委]|^|\\P{Script=Han})${PERSON}(?=${TITLE})`,
];

/**
 * What must be checked in a text, in its order. Names are found where the text says that they are names, or are those given.
 * @param names of people who are known, such as those who lead units
 */
export function valuesIn(text: string, names: readonly string[] = []): Value[] {
  return [...text.matchAll(patternFor(names))].flatMap(({ groups, index, 0: found }) => {
    const kind = Object.keys(VALUES).find((each) => groups?.[each] !== undefined) as ValueKind | undefined;
    return kind ? [{ kind, text: found, at: index }] : [];
  });
}

const kept = new WeakMap<readonly string[], RegExp>();
const NOBODY: readonly string[] = [];

function patternFor(names: readonly string[]): RegExp {
  const key = names.length === 0 ? NOBODY : names;
  let pattern = kept.get(key);
  if (!pattern) {
    const known = [...names].filter((name) => /^\p{Script=Han}{2,6}$/u.test(name)).sort((a, b) => b.length - a.length);
    const all: readonly [ValueKind, string][] = [...PATTERNS, ['name', [...known, ...NAMED].join('|')]];
    pattern = new RegExp(all.map(([kind, source]) => `(?<${kind}>${source})`).join('|'), 'gu');
    kept.set(key, pattern);
  }
  return pattern;
}

/** Whether a text is the full name of a person and nothing else. */
export const isName = (text: string): boolean => WHOLE.test(text.trim());
const WHOLE = new RegExp(`^${PERSON}$`, 'u');
