import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const PARTS = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'cms', 'checks', 'site', 'scripts'];
const PEERS = join(PROJECT, 'scripts/bench/peers');

/**
 * Copies Gongkai itself, so that a compiled renderer can be thrown away and made again without getting in the way
 * of anyone who uses the project, and nobody's edits change what is measured half-way.
 */
export function copyProject(folder: string) {
  mkdirSync(folder, { recursive: true });
  for (const part of PARTS) {
    const source = join(PROJECT, part);
    if (existsSync(source)) cpSync(source, join(folder, part), { recursive: true, filter: (path) => path !== PEERS });
  }
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'), 'dir');
}
