import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Route } from '../routes.ts';

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

/** Compiles the site with Astro, or finds it compiled before from the same inputs. */
export async function compile(cache = join(PROJECT, '.gongkai', 'renderer')): Promise<Renderer> {
  const id = toDigest();
  const folder = join(cache, id);
  if (!existsSync(folder)) {
    const { build } = await import('astro');
    const fresh = join(cache, `.${id}.${process.pid}`);
    mkdirSync(cache, { recursive: true });
    await build({ root: PROJECT, outDir: fresh, cacheDir: join(cache, '.vite'), logLevel: 'error' });
    try {
      renameSync(fresh, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error;
      rmSync(fresh, { recursive: true });
    }
    prune(cache, id);
  }
  return { id, entry: join(folder, 'server', 'entry.mjs'), assets: toAssets(join(folder, 'client', 'assets')) };
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
