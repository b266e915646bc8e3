import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { entrySchema } from '../model/schema.ts';
import { importDocument } from './import-document.ts';
import type { Imported } from './imported.ts';
import { show } from './testing/show.ts';

const FOLDER = new URL('./fixtures/', import.meta.url);
const NEAR: Record<string, Uint8Array> = { 'map.jpg': new Uint8Array([1]), 'files/form.doc': new Uint8Array([2]) };

describe('a document becomes a draft, and what is wrong with it is told', () => {
  const names = readdirSync(FOLDER).filter((name) => !name.endsWith('.expected'));
  // UPDATE_CASES=1 writes what comes now; read the difference before keeping it.
  test.each(names)('%s', (name) => {
    const imported = importDocument({ name, bytes: readFileSync(new URL(name, FOLDER)), neighbours: (near) => NEAR[near] });
    const expected = new URL(`${name}.expected`, FOLDER);
    if (process.env.UPDATE_CASES) writeFileSync(expected, show(imported));
    expect(faultyFields(imported)).toEqual([]);
    expect(existsSync(expected) ? readFileSync(expected, 'utf8') : '').toBe(show(imported));
  });
});

/** Fields that the model refuses, but for those that a person owes or the system writes. */
function faultyFields({ type, fields, owed }: Imported): PropertyKey[] {
  const awaited = new Set<PropertyKey>([...owed.map((each) => each.field), 'index_number', 'published_at']);
  const issues = entrySchema(type)!.safeParse({ ...fields, column: 'x' }).error?.issues ?? [];
  return issues.map((issue) => issue.path[0]!).filter((field) => !awaited.has(field));
}
