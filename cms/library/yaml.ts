import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { findAlias, type Place, placeAt } from './places.ts';

/** A YAML text that cannot be read, with the place and the words for an editor. */
export class YamlError extends Error {
  readonly place: Place;
  constructor(message: string, place: Place) {
    super(message);
    this.place = place;
  }
}

/**
 * Reads YAML 1.2 (core schema: dates stay text).
 * @throws YamlError with the place of the first mistake.
 */
export function readYaml(text: string): unknown {
  try {
    const value = load(text, { schema: CORE_SCHEMA });
    const alias = /[&*]/u.test(text) ? findAlias(text) : -1;
    if (alias >= 0) throw new YamlError('这里用了 YAML 的“&”或者“*”引用。给这段文字加上引号，或者把内容直接写出来。', placeAt(text, alias));
    return value;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new YamlError(explain(error.reason), placeAt(text, error.mark?.position ?? 0));
  }
}

function explain(reason: string): string {
  if (/duplicated mapping key/u.test(reason)) return '同一个字段写了两次。留下一个，删去另一个。';
  if (/tab/u.test(reason)) return '行首用了制表符。改成空格。';
  if (/quoted scalar|unexpected end/u.test(reason)) return '引号没有成对。补上另一个引号。';
  if (/indentation/u.test(reason)) return '缩进不对。同一层的字段左边对齐。';
  return '这里的写法无法识别。检查冒号后面有没有空格、引号是否成对、缩进是否对齐。';
}
