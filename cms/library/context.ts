import type { Column } from '../model/column.ts';
import type { Data } from '../model/types/index.ts';
import { findType } from '../model/types/index.ts';
import type { Unit } from '../model/unit.ts';

/** What an entry's fields are held against: everything outside the entry's own folder. */
export interface Context {
  unit(id: string): Unit | undefined;
  column(id: string): Column | undefined;
  has(kind: 'topic' | 'duty', id: string): boolean;
  /** Paths of all entries with this index number, in order. */
  holders(number: string): string[];
  /** Names of the files beside the entry. */
  filesIn(folder: string): ReadonlySet<string>;
}

export interface Misfit {
  field: (string | number)[];
  message: string;
  /** Whether the entry can be shown all the same. */
  shown?: boolean;
}

/** What is wrong with an entry that its own file cannot tell. */
export function findMisfits(
  entry: { path: string; unit: string; type: string; data: Data; linked: readonly string[] },
  context: Context,
): Misfit[] {
  const { data } = entry;
  const misfits: Misfit[] = [];
  const say = (field: (string | number)[], message: string, shown = false) => misfits.push({ field, message, shown });

  const unit = context.unit(entry.unit);
  if (!unit) say([], `没有“${entry.unit}”这个单位。在 units/ 里补上单位文件，或者把内容移到正确的单位下面。`);
  const column = context.column(data.column);
  if (!column) say(['column'], `“栏目”里的“${data.column}”不存在。从栏目表里选一个。`);
  else if (unit && !unit.columns.includes(column.id))
    say(['column'], `${unit.short_name}没有开设“${column.name}”栏目。换一个栏目，或者在单位文件里加上它。`);
  else if (!(findType(entry.type)?.columns as readonly string[]).includes(column.kind))
    say(['column'], `“${column.name}”栏目不收“${findType(entry.type)?.label}”。换一个栏目，或者换一种内容类型。`);

  const number = data.index_number;
  if (number && unit && !number.startsWith(`${unit.code}/`))
    say(['index_number'], `“索引号”应当以${unit.short_name}的单位编码 ${unit.code} 开头。核对索引号。`);
  const [first] = number ? context.holders(number) : [];
  if (number && first !== undefined && first !== entry.path)
    say(['index_number'], `“索引号”${number} 已经用在 ${first}。换一个没有用过的号。`);

  const named = filesOf(data);
  if (named.length > 0 || entry.linked.length > 0) {
    const files = context.filesIn(entry.path);
    for (const { field, name } of named) if (!files.has(name)) say(field, `文件“${name}”不在条目的文件夹里。补上文件，或者改正文件名。`);
    for (const name of entry.linked)
      if (!files.has(name)) say([], `正文里引用的文件“${name}”不在条目的文件夹里。补上文件，或者改正文件名。`);
  }

  data.topics?.forEach((id, index) => {
    if (!context.has('topic', id)) say(['topics', index], `“专题”里的“${id}”不存在。从专题里选一个，或者删去。`, true);
  });
  data.duties?.forEach((id, index) => {
    if (!context.has('duty', id)) say(['duties', index], `“公开事项”里的“${id}”不存在。从目录里选一项，或者删去。`, true);
  });
  for (const { field, target } of referencesOf(data))
    if (context.holders(target).length === 0) say(field, `索引号 ${target} 没有对应的条目。核对索引号。`, true);
  return misfits;
}

/** Files that the fields of an entry name. */
export function filesOf(data: Data): { field: (string | number)[]; name: string }[] {
  const found: { field: (string | number)[]; name: string }[] = [];
  if (data.cover) found.push({ field: ['cover', 'file'], name: data.cover.file });
  data.attachments?.forEach(({ file }, index) => found.push({ field: ['attachments', index, 'file'], name: file }));
  if ('materials' in data)
    data.materials.forEach(({ sample }, index) => {
      if (sample) found.push({ field: ['materials', index, 'sample'], name: sample });
    });
  return found;
}

const REFERENCES = ['interprets', 'amends', 'repeals', 'changed_by'] as const;

/** Other entries that an entry names, by index number. */
export function referencesOf(data: Data): { field: (string | number)[]; target: string }[] {
  return REFERENCES.flatMap((name) => {
    const value = (data as unknown as Record<string, string | string[] | undefined>)[name];
    if (value === undefined) return [];
    return typeof value === 'string'
      ? [{ field: [name], target: value }]
      : value.map((target, index) => ({ field: [name, index], target }));
  });
}

/** Names of files beside the entry that its body links to or shows. */
export function linkedFiles(body: string): string[] {
  if (!body.includes('](')) return [];
  return [...new Set([...body.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/gu)].map(([, target = '']) => decode(target)))].filter(
    (target) => !/^(?:[a-z][a-z0-9+.-]*:|\/|#)/iu.test(target),
  );
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
