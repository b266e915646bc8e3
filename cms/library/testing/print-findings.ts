// Started by tests as another user: node print-findings.ts CONTENT INDEX
import { toSource } from '../content.ts';
import { toLine } from '../finding.ts';
import { Library } from '../library.ts';
import { sync } from '../sync.ts';

const [folder = '', index = ''] = process.argv.slice(2);
await sync(index, toSource({ folder }));
const library = Library.open(index, '2026-03-20');
for (const finding of library.findings()) console.log(toLine(finding));
console.log(`${[...library.numbers()].length} entries`);
