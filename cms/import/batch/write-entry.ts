import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { entryFields } from '../../model/entry-fields.ts';
import { findType } from '../../model/types/index.ts';
import type { Imported } from '../imported.ts';

/** Where an entry goes in a content root. */
export interface EntryAddress {
  content: string;
  unit: string;
  type: string;
  year: string;
  slug: string;
}

/** The folder name of an imported entry: the same file always gets the same one. */
export const toSlug = (bytes: Uint8Array): string => `import-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`;

export const toFolder = ({ content, unit, type, year, slug }: EntryAddress): string => join(content, 'entries', unit, type, year, slug);

/** The folder in which a unit already has an entry of this name, whatever its type and year. */
export function findEntry(content: string, unit: string, slug: string): string | undefined {
  const root = join(content, 'entries', unit);
  for (const type of foldersIn(root))
    for (const year of foldersIn(join(root, type))) if (existsSync(join(root, type, year, slug))) return join(root, type, year, slug);
  return undefined;
}

const foldersIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];

/** Writes an entry with its files in one step; false when there is one already. */
export function writeEntry(address: EntryAddress, entry: Imported, column: string): boolean {
  const folder = toFolder(address);
  const parent = join(folder, '..');
  mkdirSync(parent, { recursive: true });
  const draft = mkdtempSync(join(parent, '.import-'));
  try {
    writeFileSync(join(draft, 'index.md'), toIndex(entry, column));
    for (const file of entry.files) writeFileSync(join(draft, file.name), file.bytes);
    chmodSync(draft, 0o755);
    renameSync(draft, folder);
    return true;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (existsSync(join(folder, 'index.md'))) return false;
    throw error;
  }
}

/** The text of index.md, its fields in the order of the model. */
function toIndex(entry: Imported, column: string): string {
  const fields: Record<string, unknown> = { ...entry.fields, column };
  const names = Object.keys({ ...entryFields, ...findType(entry.type)?.fields });
  const ordered = Object.fromEntries(names.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]));
  return `---\n${dump(ordered, { lineWidth: -1, noRefs: true })}---\n\n${entry.body}`;
}
