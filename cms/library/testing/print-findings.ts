// Started by tests, by root with the number of another user to be: node print-findings.ts CONTENT INDEX [USER]
import { toSource } from '../content.ts';
import { toLine } from '../finding.ts';
import { Library } from '../library.ts';
import { sync } from '../sync.ts';

const [folder = '', index = '', user] = process.argv.slice(2);
if (user !== undefined) {
  // A checkout may be open to root alone, so that all code must be there before.
  await sync(`${index}.first`, toSource({ folder }));
  process.setgroups!([]);
  process.setgid!(Number(user));
  process.setuid!(Number(user));
}
await sync(index, toSource({ folder }));
const library = Library.open(index, '2026-03-20');
for (const finding of library.findings()) console.log(toLine(finding));
console.log(`${[...library.numbers()].length} entries`);
