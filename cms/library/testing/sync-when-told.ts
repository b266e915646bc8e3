// Started by tests, which kill it: node sync-when-told.ts CONTENT INDEX
import { readSync, writeSync } from 'node:fs';
import { toSource } from '../content.ts';
import { sync } from '../sync.ts';

const [folder = '', index = ''] = process.argv.slice(2);
writeSync(1, 'ready\n');
readSync(0, Buffer.alloc(10));
await sync(index, toSource({ folder }));
writeSync(1, 'done\n');
readSync(0, Buffer.alloc(10));
