import { toPlain } from '../../library/read-text.ts';
import { split } from '../../library/split.ts';
import { readYaml } from '../../library/yaml.ts';
import { numberFile } from '../../model/number-file.ts';
import { CODE } from '../../model/shapes.ts';
import { Refusal } from '../store/refusal.ts';
import type { Repository } from '../store/repository.ts';
import { TAKEN_OVER } from '../store/take-over.ts';
import { fromTreeName, readTree } from '../store/tree.ts';

/** An index number (索引号), with the file on main that remembers the last one of its unit and month. */
export interface NewNumber {
  number: string;
  /** Path from the content root; its first letter is a dot, so that it is no content. */
  path: string;
  text: string;
}

/**
 * The next index number of a unit in a month, STD-DOC-20. The last one is remembered on main itself, in the very commit that uses
 * it, so that none is used twice even when its entry is taken down.
 * @param month YYYYMM
 */
export async function nextNumber(repository: Repository, main: string, unit: string, month: string): Promise<NewNumber> {
  const code = await codeOf(repository, main, unit);
  const path = numberFile(code, month);
  const remembered = await repository.at(main, path);
  const last = remembered ? Number(remembered.bytes.toString('latin1')) : await lastGiven(repository, main, unit, `${code}/${month}-`);
  if (!Number.isSafeInteger(last)) throw new Refusal('failed', `仓库里 ${path} 的内容不对。从备份恢复。`);
  if (last >= 99_999) throw new Refusal('failed', `这个单位 ${month} 的索引号已经用完。联系信息办。`);
  return { number: `${code}/${month}-${String(last + 1).padStart(5, '0')}`, path, text: `${last + 1}\n` };
}

async function codeOf(repository: Repository, main: string, unit: string): Promise<string> {
  const file = await repository.at(main, `units/${unit}.yaml`);
  const { code } = ((file && readYaml(file.bytes.toString('utf8'))) ?? {}) as { code?: unknown };
  if (typeof code !== 'string' || !CODE.pattern.test(code))
    throw new Refusal('failed', `单位 ${unit} 没有单位编码，编不出索引号。联系信息办补上。`);
  return code;
}

/** The highest serial number with this beginning, for the first of a month: on main, or gone from it since the office took over. */
async function lastGiven(repository: Repository, main: string, unit: string, beginning: string): Promise<number> {
  const begun = await repository.git.line(['config', '--default', '', '--get', TAKEN_OVER]);
  return Math.max(...(await Promise.all([main, begun || main].map((commit) => lastAt(repository, commit, unit, beginning)))));
}

async function lastAt(repository: Repository, main: string, unit: string, beginning: string): Promise<number> {
  let last = 0;
  const look = async (name: string, depth: number): Promise<void> => {
    const tree = await repository.reader.read(name);
    if (tree?.kind !== 'tree') return;
    if (depth > 0) {
      await Promise.all(readTree(tree.bytes).map((item) => look(item.id, depth - 1)));
      return;
    }
    const own = readTree(tree.bytes).find((item) => fromTreeName(item.name) === 'index.md');
    const text = own ? ((await repository.reader.read(own.id))?.bytes.toString('utf8') ?? '') : '';
    const number = /^index_number: ['"]?([^'"\n]*)/mu.exec(split(toPlain(text))?.yaml ?? '')?.[1] ?? '';
    if (number.startsWith(beginning)) last = Math.max(last, Number(number.slice(beginning.length)) || 0);
  };
  await look(`${main}:${repository.root}entries/${unit}`, 3);
  return last;
}

/** An entry's file with the fields that the office writes when it is published. */
export function withNumber(text: string, number: string, publishedAt: string): string {
  const lines = `index_number: '${number}'\npublished_at: '${publishedAt}'\n`;
  const end = text.indexOf('\n---', 3) + 1;
  return `${text.slice(0, end)}${lines}${text.slice(end)}`;
}
