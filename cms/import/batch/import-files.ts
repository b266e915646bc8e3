import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { importDocument } from '../import-document.ts';
import type { CarriedFile, Imported } from '../imported.ts';
import { Refused } from '../refused.ts';
import { collect, findNeighbour, type Source } from './collect.ts';
import { findEntry, toFolder, toSlug, writeEntry } from './write-entry.ts';

export interface Batch {
  paths: readonly string[];
  content: string;
  unit: string;
  column: string;
  /** Types that the column takes; undefined when that is not known. */
  takes?: readonly string[];
  /** YYYY-MM-DD; gives the year of an entry whose document names none. */
  today: string;
  dryRun: boolean;
  /** Why a document or a file that comes with it must not be taken over, in the words of the checks; undefined when it may. */
  refuse?(path: string): Promise<string | undefined>;
  onProgress?(done: number, of: number, name: string): void;
}

/** What an import tells, without the weight of what it wrote. */
export type Told = Omit<Imported, 'body' | 'files'> & { files: Omit<CarriedFile, 'bytes'>[] };

/** What became of one file. */
export type Outcome =
  | { file: string; state: 'imported' | 'exists'; folder: string; imported: Told }
  | { file: string; state: 'refused'; reason: string }
  | { file: string; state: 'attached' | 'ignored' };

/** Imports files and folders one by one; a file that fails stops no other. */
export async function importFiles(batch: Batch): Promise<Outcome[]> {
  const { sources, skipped } = collect(batch.paths);
  const carried = new Set<string>();
  const outcomes: Outcome[] = [];
  for (const [i, source] of sources.entries()) {
    batch.onProgress?.(i, sources.length, source.shown);
    outcomes.push(await importOne(source, batch, carried));
  }
  batch.onProgress?.(sources.length, sources.length, '');
  for (const { path, shown: file, reason } of skipped) {
    const state = carried.has(path) ? 'attached' : 'ignored';
    outcomes.push(reason === '' ? { file, state } : { file, state: 'refused', reason });
  }
  return outcomes;
}

async function importOne(source: Source, batch: Batch, carried: Set<string>): Promise<Outcome> {
  const file = source.shown;
  if (!source.named && carried.has(source.path)) return { file, state: 'attached' };
  try {
    const bytes = readFileSync(source.path);
    const near = new Map<string, string>();
    const neighbours = (name: string) => {
      const path = findNeighbour(source, name);
      if (path) near.set(name, path);
      return path ? readFileSync(path) : undefined;
    };
    const imported = withOrigin(askForColumn(importDocument({ name: file, bytes, neighbours }), batch), batch);
    await refuseAny([source.path, ...imported.files.flatMap(({ from }) => near.get(from) ?? [])], batch);
    const slug = toSlug(bytes);
    const known = findEntry(batch.content, batch.unit, slug);
    const address = { content: batch.content, unit: batch.unit, type: imported.type, year: yearOf(imported, batch.today), slug };
    for (const taken of imported.files) carried.add(near.get(taken.from) ?? '');
    if (known || (!batch.dryRun && !writeEntry(address, imported, batch.column)))
      return { file, state: 'exists', folder: known ?? toFolder(address), imported: told(imported) };
    return { file, state: 'imported', folder: toFolder(address), imported: told(imported) };
  } catch (error) {
    return { file, state: 'refused', reason: whyRefused(error) };
  }
}

/** @throws Refused when the checks have something against one of these files */
async function refuseAny(paths: readonly string[], { refuse }: Batch) {
  for (const path of paths) {
    const reason = await refuse?.(path);
    if (reason !== undefined) throw new Refused(path === paths[0] ? reason : `附件“${basename(path)}”：${reason}`);
  }
}

function told({ body: _, files, ...rest }: Imported): Told {
  return { ...rest, files: files.map(({ bytes: _, ...file }) => file) };
}

function yearOf({ fields }: Imported, today: string): string {
  const day = typeof fields.document_date === 'string' ? fields.document_date : today;
  return day.slice(0, 4);
}

/** Has the entry say that it was imported, and what day the old page claims. */
function withOrigin(imported: Imported, { today }: Batch): Imported {
  const day = imported.claimed_published_at?.slice(0, 10);
  return { ...imported, fields: { ...imported.fields, imported: { on: today, ...(day !== undefined && { claimed_on: day }) } } };
}

function askForColumn(imported: Imported, { takes, column }: Batch): Imported {
  if (!takes || takes.includes(imported.type)) return imported;
  const message = `栏目“${column}”不收这一类内容。换一个栏目，或者把条目移到合适的类型。`;
  return { ...imported, owed: [{ field: 'column', label: '栏目', message, optional: false }, ...imported.owed] };
}

function whyRefused(error: unknown): string {
  if (error instanceof Refused) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(?:EACCES|EPERM)$/u.test(code)) return '没有权限读取或者写入。改好权限再导入。';
  if (/^(?:ENOSPC|EDQUOT|EROFS)$/u.test(code)) return '磁盘写不进去（空间不足或者只读）。腾出空间再导入。';
  if (/^(?:ENOENT|EIO|EISDIR|EBUSY)$/u.test(code)) return '文件读不出来。核对文件还在不在，重新导入。';
  return `读取时出错（${error instanceof Error ? error.message : String(error)}）。把文件交给系统维护人员。`;
}
