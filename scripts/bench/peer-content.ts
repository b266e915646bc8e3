import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dump } from 'js-yaml';
import { COLUMN_KINDS } from '../../cms/model/column.ts';
import { types } from '../../cms/model/types/index.ts';
import { toTimestamp } from '../../site/dates.ts';
import { entryPath, unitPath } from '../../site/paths.ts';
import { type BenchEntry, toColumns, toEntries, toPortal, toUnits } from './corpus.ts';

/** Everything beside the articles, in one file of data that each peer's templates read. */
export function toSiteData() {
  const portal = toPortal();
  const columns = toColumns().map(({ kind, ...column }) => ({ ...column, kind: COLUMN_KINDS[kind] }));
  const units = toUnits().map(({ people: _people, ...unit }) => ({ ...unit, path: unitPath(unit) }));
  return {
    origin: `https://${portal.host}`,
    portal,
    columns,
    column: Object.fromEntries(columns.map((column) => [column.id, column])),
    units,
    unit: Object.fromEntries(units.map((unit) => [unit.id, unit])),
    types: Object.fromEntries(types.map(({ name, label }) => [name, label])),
  };
}

/** Folder and name of an article among the articles that the peers share. */
export function toArticlePath({ unit, column, number }: BenchEntry): string {
  return join(BASES[unit]!, column, `${number.slice(number.indexOf('/') + 1)}.md`);
}
const BASES = Object.fromEntries(toUnits().map((unit) => [unit.id, `.${unitPath(unit)}`]));

/** An article as peers read it: the same words, with its address and moment worked out beforehand. */
function toArticleFile(entry: BenchEntry): string {
  const fields = {
    title: entry.title,
    description: entry.summary,
    date: toTimestamp(entry.publishedAt),
    url: entryPath(entry.number),
    number: entry.number,
    unit: entry.unit,
    column: entry.column,
  };
  return `---\n${dump(fields, { lineWidth: -1 })}---\n\n${entry.body}\n`;
}

/** Writes N articles into one folder that every peer reads. */
export function writeArticles(folder: string, count: number) {
  for (const entry of toEntries(count)) writeArticle(folder, entry);
}

export function writeArticle(folder: string, entry: BenchEntry) {
  const path = join(folder, toArticlePath(entry));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, toArticleFile(entry));
}
