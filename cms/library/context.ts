import type { Column } from '../model/column.ts';
import { entryFields } from '../model/entry-fields.ts';
import type { Field, Fields, ReferenceTarget } from '../model/field.ts';
import { quote } from '../model/quote.ts';
import type { Data } from '../model/types/index.ts';
import { findType, types } from '../model/types/index.ts';
import type { Unit } from '../model/unit.ts';

/** What an entry's fields are held against: everything outside the entry's own folder. */
export interface Context {
  unit(id: string): Unit | undefined;
  column(id: string): Column | undefined;
  has(kind: 'topic' | 'duty', id: string): boolean;
  /** Whether there is something of this name that must be mended first, which is reported there. */
  isBroken(kind: 'unit' | 'column' | 'topic' | 'duty', id: string): boolean;
  /** Paths of all entries with this index number, in order. */
  holders(number: string): string[];
  /** Names of the files beside the entry. */
  filesIn(folder: string): ReadonlySet<string>;
}

export interface Misfit {
  field: (string | number)[];
  /** Set when the place is where the body names this file. */
  linked?: string;
  /** Empty when something else must be mended first and is reported there. */
  message: string;
  /** Whether the entry can be shown all the same. */
  shown: boolean;
}

/** What is wrong with an entry that its own file cannot tell. */
export function findMisfits(
  entry: { path: string; unit: string; type: string; data: Data; linked: readonly string[] },
  context: Context,
): Misfit[] {
  const { data } = entry;
  const type = findType(entry.type);
  const misfits: Misfit[] = [];
  const say = (field: (string | number)[], message: string, more: Partial<Misfit> = {}) =>
    misfits.push({ field, message, shown: false, ...more });

  const unit = context.unit(entry.unit);
  if (!unit)
    say(
      [],
      context.isBroken('unit', entry.unit) ? '' : `没有“${entry.unit}”这个单位。在 units/ 里补上单位文件，或者把内容移到正确的单位下面。`,
    );
  const column = context.column(data.column);
  if (!column)
    say(['column'], context.isBroken('column', data.column) ? '' : `“栏目”里的“${quote(data.column)}”不存在。从栏目表里选一个。`);
  else if (unit && !unit.columns.includes(column.id))
    say(['column'], `${unit.short_name}没有开设“${column.name}”栏目。换一个栏目，或者在单位文件里加上它。`);
  else if (!type?.columns.some((kind) => kind === column.kind))
    say(['column'], `“${column.name}”栏目不收“${type?.label}”。换一个栏目，或者换一种内容类型。`);

  const number = data.index_number;
  if (number && unit && !number.startsWith(`${unit.code}/`))
    say(['index_number'], `“索引号”应当以${unit.short_name}的单位编码 ${unit.code} 开头。核对索引号。`);

  const named = namesIn(entry.type, data).filter(({ to }) => to === 'file');
  if (named.length > 0 || entry.linked.length > 0) {
    const files = context.filesIn(entry.path);
    for (const { path, name } of named)
      if (!files.has(name)) say(path, `文件“${quote(name)}”不在条目的文件夹里。补上文件，或者改正文件名。`);
    for (const name of entry.linked)
      if (!files.has(name)) say([], `正文里引用的文件“${quote(name)}”不在条目的文件夹里。补上文件，或者改正文件名。`, { linked: name });
  }

  for (const { path, name, to, label } of namesIn(entry.type, data)) {
    if (to === 'entry' && context.holders(name).length === 0)
      say(path, `“${label}”里的索引号 ${quote(name)} 没有对应的条目。核对索引号。`, { shown: true });
    if ((to === 'topic' || to === 'duty') && !context.has(to, name) && !context.isBroken(to, name))
      say(path, `“${label}”里的“${quote(name)}”不存在。从${to === 'topic' ? '专题' : '目录'}里选一项，或者删去。`, { shown: true });
  }
  return misfits;
}

/** What is wrong with an entry whose index number another one has. */
export const toUsedTwice = (number: string, owner: string): Misfit => ({
  field: ['index_number'],
  message: `“索引号”${number} 已经用在 ${owner}。换一个没有用过的号。`,
  shown: false,
});

/** Something outside its own fields that an entry names. */
interface Named {
  path: (string | number)[];
  name: string;
  to: ReferenceTarget | 'file';
  /** Label of the field. */
  label: string;
}

/** Everything that the fields of an entry name, in the order of the fields. */
function namesIn(type: string, data: Data): Named[] {
  const found: Named[] = [];
  for (const [key, field] of NAMING.get(type) ?? []) collect(field, (data as Record<string, unknown>)[key], [key], found);
  return found;
}

/** Other entries and duties that an entry names. */
export function referencesOf(type: string, data: Data): { field: string; target: string }[] {
  return namesIn(type, data).flatMap(({ path, name, to }) =>
    to === 'entry' || to === 'duty' ? { field: String(path[0]), target: name } : [],
  );
}

/** The fields of each type that name something. */
const NAMING = new Map(
  types.map((type) => [
    type.name as string,
    Object.entries({ ...entryFields, ...type.fields } as Fields).filter(([, field]) => isNaming(field)),
  ]),
);

function isNaming(field: Field): boolean {
  if (field.kind === 'list') return isNaming(field.of);
  if (field.kind === 'group') return Object.values(field.fields).some(isNaming);
  return field.kind === 'file' || (field.kind === 'reference' && field.to !== 'column' && field.to !== 'unit');
}

function collect(field: Field, value: unknown, path: (string | number)[], found: Named[]) {
  if (value === undefined) return;
  if (field.kind === 'list') for (const [index, each] of (value as unknown[]).entries()) collect(field.of, each, [...path, index], found);
  else if (field.kind === 'group') {
    for (const [key, inner] of Object.entries(field.fields))
      if (isNaming(inner)) collect(inner, (value as Record<string, unknown>)[key], [...path, key], found);
  } else if (field.kind === 'file' || field.kind === 'reference')
    found.push({ path, name: value as string, to: field.kind === 'file' ? 'file' : field.to, label: field.label });
}

/** Names of files beside the entry that its body links to or shows. */
export function linkedFiles(body: string): string[] {
  return [...new Set(linksIn(body).map(({ name }) => name))];
}

/** Links to files beside the entry, with the offset of each. */
export function linksIn(body: string): { name: string; offset: number }[] {
  if (!body.includes('](')) return [];
  return [...body.matchAll(LINK)].flatMap(({ 1: angled, 2: plain, index }) => {
    const name = decode(angled ?? plain ?? '');
    const offset = index + (angled === undefined ? 2 : 3);
    return name === '' || /^(?:[a-z][a-z0-9+.-]*:|\/|#)/iu.test(name) ? [] : [{ name, offset }];
  });
}

const LINK = /\]\((?:<([^<>\n]*)>|([^)\s<>]+))(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)/gu;

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
