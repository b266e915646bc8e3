#!/usr/bin/env node
import { enableCompileCache, getCompileCacheDir } from 'node:module';

enableCompileCache();
// For threads and processes of ours, from their first line on.
process.env.NODE_COMPILE_CACHE ??= getCompileCacheDir();

const QUICK = ['build', 'check', 'hook', 'review', 'scan'] as const;

const [name = '', ...args] = process.argv.slice(2);
const quick = QUICK.find((each) => each === name);
if (quick !== undefined) {
  const { importCompiled } = await import('./compiled.ts');
  const { runQuick } = await importCompiled(() => import('./quick.ts'), quick === 'build');
  await runQuick(quick, args);
} else {
  const { runNamed } = await import('./commands.ts');
  await runNamed(name, args);
}
