import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { KNOWN, toKnown } from './known-files.ts';

function filesOf(...rows: [path: string | null, stamp: string | null][]) {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE file (path, stamp)');
  for (const row of rows) database.prepare('INSERT INTO file VALUES (?, ?)').run(...row);
  return database.prepare(KNOWN).get();
}

test('paths and stamps come back as they are kept, empty stamps and odd names included; none is none', () => {
  expect([...toKnown(filesOf())]).toEqual([]);
  expect([...toKnown(filesOf(['a/b c\n.md', '1.2@3'], ['d.csv', ''], ['e', 'link']))]).toEqual([
    ['a/b c\n.md', '1.2@3'],
    ['d.csv', ''],
    ['e', 'link'],
  ]);
});

test.each([
  [null, '1'],
  ['a', null],
  ['a//b', '1'],
] as [string | null, string | null][])('a damaged row %j %j is told', (path, stamp) => {
  expect(() => toKnown(filesOf(['x', '1'], [path, stamp]))).toThrow('without a path or a stamp');
});
