#!/usr/bin/env node
import { enableCompileCache, getCompileCacheDir } from 'node:module';

enableCompileCache();
// For threads and processes of ours, from their first line on.
process.env.NODE_COMPILE_CACHE ??= getCompileCacheDir();

const [name = '', ...args] = process.argv.slice(2);
if (name === 'build' || name === 'check' || name === 'review' || name === 'scan') {
  const { importCompiled } = await import('./compiled.ts');
  const { runQuick } = await importCompiled(() => import('./quick.ts'), name === 'build');
  await runQuick(name, args);
} else {
  const { runNamed } = await import('./commands.ts');
  await runNamed(name, args);
}
