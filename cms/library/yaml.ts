import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { findAlias, type Place, Places } from './places.ts';

/** A YAML text that cannot be read, with the place and the words for an editor. */
export class YamlError extends Error {
  readonly place: Place;
  constructor(message: string, place: Place) {
    super(message);
    this.place = place;
  }
}

const EMPTY = 'expected a document, but the input is empty';
const ALIAS = '这里用了 YAML 的“&”或者“*”引用。给这段文字加上引号，或者把内容直接写出来。';
const TAG = '以“!”开头的文字在这里有别的意思。两边加上英文引号。';

/**
 * Reads YAML 1.2 (core schema: dates stay text); undefined when there is nothing but white space and comments.
 * @throws YamlError with the place of the first mistake.
 */
export function readYaml(text: string, places = new Places(text)): unknown {
  let value: unknown;
  let alias = -1;
  try {
    value = load(text, { schema: CORE_SCHEMA });
    alias = /[&*]/u.test(text) ? findAlias(text) : -1;
  } catch (error) {
    const { reason, mark } = error instanceof YAMLException ? error : { reason: '', mark: undefined };
    if (reason === EMPTY) return undefined;
    const offset = mark?.position ?? secondDocument(text);
    const slip = findSlip(text, offset);
    throw slip ? new YamlError(slip.message, places.at(slip.offset)) : new YamlError(explain(reason), places.at(offset));
  }
  if (alias >= 0) throw new YamlError(ALIAS, places.at(alias));
  return value;
}

const EXPLAINED: [reason: RegExp, message: string][] = [
  [/duplicated mapping key/u, '同一个字段写了两次。留下一个，删去另一个。'],
  [/tab characters/u, '行首用了制表符。改成空格。'],
  [/quoted scalar/u, '引号没有成对。补上另一个引号。'],
  [/deficient indentation/u, '前面的引号或者括号没有成对，或者换行以后没有缩进。补上另一半，或者在换行后的文字前面空两格。'],
  [/flow collection/u, '括号没有成对，或者漏了逗号。补上缺少的括号或者逗号。'],
  [/alias|anchor/u, ALIAS],
  [/non-printable|valid JSON character/u, '这里有看不见的控制字符。删去这一处，重新输入。'],
  [/maxDepth/u, '一层套一层，超过了 100 层。减少层数。'],
  [/escape sequence|hexadecimal/u, '双引号里的反斜线会改变后面的字。两边改用单引号，或者写两个反斜线。'],
  [/tag|resolve a node/u, TAG],
  [/single document/u, '一个文件只能写一份内容。删去中间的“---”或者“...”。'],
  [
    /indentation|multiline key|end of the stream/u,
    '这一行的缩进或者标点不对。同一层的字段左边对齐；内容里有冒号、引号，或者以 @、%、` 开头，两边加上英文引号。',
  ],
];

function explain(reason: string): string {
  const [, message = '这里的写法无法识别。检查冒号后面有没有空格、引号是否成对、缩进是否对齐。'] =
    EXPLAINED.find(([pattern]) => pattern.test(reason)) ?? [];
  return message;
}

/** The usual mistakes, in the line of the error or the one before it. */
const SLIPS: [pattern: RegExp, message: string][] = [
  [/^[ -]*[a-z_]+(?=：)/mu, '字段名后面是中文冒号。改成英文冒号，再加一个空格。'],
  [/^[ -]*[a-z_]+(?=:[^\s/])/mu, '字段名后面的冒号没有接空格。加上一个空格。'],
  [/^[ -]*[a-z_]+: +(?=[&*])/mu, ALIAS],
  [/^[ -]*[a-z_]+: +(?=!)/mu, TAG],
];

function findSlip(text: string, offset: number): { offset: number; message: string } | undefined {
  const end = text.indexOf('\n', offset);
  const start = text.lastIndexOf('\n', text.lastIndexOf('\n', offset - 1) - 1) + 1;
  const lines = text.slice(start, end < 0 ? undefined : end);
  for (const [pattern, message] of SLIPS) {
    const found = pattern.exec(lines);
    if (found) return { offset: start + found.index + found[0].length, message };
  }
  return undefined;
}

/** Offset of the line that begins another document. */
function secondDocument(text: string): number {
  const marks = [...text.matchAll(/^(?:---|\.\.\.)(?=\s|$)/gmu)];
  return (marks.find(({ index, 0: mark }) => index > 0 || mark === '...') ?? marks[0])?.index ?? 0;
}
