#!/usr/bin/env node
import { enableCompileCache, getCompileCacheDir } from 'node:module';

enableCompileCache();
// For threads and processes of ours, from their first line on.
process.env.NODE_COMPILE_CACHE ??= getCompileCacheDir();

/** They write or measure the code as it is, or run for months, in which what was compiled may be removed. */
const AS_IT_IS = ['bench', 'generate', 'office', 'start'];

const [name = '', ...args] = process.argv.slice(2);
const asItIs = () => import('./commands.ts');
const { importCompiled } = await import('./compiled.ts');
const { runNamed } = await (AS_IT_IS.includes(name) ? asItIs() : importCompiled(asItIs, name === 'build'));
await runNamed(name, args);
