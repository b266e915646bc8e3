import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Route } from '../routes.ts';
import { makeDurable } from './durable.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
/** What the compiled renderer depends on. */
const INPUTS = ['astro.config.mjs', 'package-lock.json', 'cms/library', 'cms/model', 'site'];
/** Compiled renderers that are kept. */
const KEPT = 3;

export interface Renderer {
  /** Changes when anything that a page's form depends on does. */
  id: string;
  /** Module that exports `app`. */
  entry: string;
  /** Style sheets and other files that pages name under `/assets/`. */
  assets: Route[];
}

const CACHE = join(PROJECT, '.gongkai', 'renderer');

/**
 * Finds the site compiled before from the same inputs, or has Astro compile it in a process of its own, so that
 * the caller can go on with other work.
 */
export async function compile(): Promise<Renderer> {
  const id = toDigest();
  const folder = join(CACHE, id);
  if (!existsSync(folder)) await compileElsewhere(id);
  return { id, entry: join(folder, 'server', 'entry.mjs'), assets: toAssets(join(folder, 'client', 'assets')) };
}

function compileElsewhere(id: string): Promise<void> {
  const child = fork(fileURLToPath(new URL('./compile-process.ts', import.meta.url)), [id], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('网页模板没有编译成功，原因见上。'))));
  });
}

/** Compiles the site with Astro under a name that says from what. */
export async function compileHere(id: string) {
  const { build } = await import('astro');
  const folder = join(CACHE, id);
  const fresh = join(CACHE, `.${id}.${process.pid}`);
  mkdirSync(CACHE, { recursive: true });
  await build({ root: PROJECT, outDir: fresh, cacheDir: join(CACHE, '.vite'), logLevel: 'error' });
  makeDurable(CACHE, [basename(fresh)]);
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(fresh, { recursive: true });
  }
  prune(CACHE, id);
}

function toAssets(folder: string): Route[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => {
    const asset = join(folder, name);
    return { path: `/assets/${name}`, asset, sha256: createHash('sha256').update(readFileSync(asset)).digest('hex') };
  });
}

function toDigest(): string {
  const hash = createHash('sha256');
  for (const input of INPUTS) addTo(hash, input);
  return hash.digest('hex').slice(0, 16);
}

function addTo(hash: ReturnType<typeof createHash>, path: string) {
  const full = join(PROJECT, path);
  if (path.includes('.test.')) return;
  try {
    for (const name of readdirSync(full).sort()) addTo(hash, `${path}/${name}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTDIR') throw error;
    hash.update(path).update('\0').update(readFileSync(full)).update('\0');
  }
}

function prune(cache: string, id: string) {
  const old = readdirSync(cache).filter((name) => /^[0-9a-f]{16}$/u.test(name) && name !== id);
  for (const name of old.slice(0, Math.max(0, old.length + 1 - KEPT))) rmSync(join(cache, name), { recursive: true, force: true });
}
