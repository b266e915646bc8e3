#!/usr/bin/env node
import { enableCompileCache, getCompileCacheDir } from 'node:module';

enableCompileCache();
// For threads and processes of ours, from their first line on.
process.env.NODE_COMPILE_CACHE ??= getCompileCacheDir();

/** They write or measure the code as it is. */
const OF_THE_CODE = ['bench', 'generate'];
/** With them it does not matter that the code is compiled meanwhile, for the next time. */
const LONG = ['build', 'office', 'start'];

const [name = '', ...args] = process.argv.slice(2);
const asItIs = () => import('./commands.ts');
const { importCompiled } = await import('./compiled.ts');
const { runNamed } = await (OF_THE_CODE.includes(name) ? asItIs() : importCompiled(asItIs, LONG.includes(name)));
await runNamed(name, args);
