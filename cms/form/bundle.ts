import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { applyPatch, PatchError, patches } from './patches.ts';

const HERE = fileURLToPath(new URL('./', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = join(ROOT, '.gongkai', 'form');

/** The editor's files as a browser loads them. */
export interface FormBundle {
  /** Folder with `form.js` and `style.css`. */
  folder: string;
  /** Changes when any byte that goes into the bundle changes; for addresses that may be kept for ever. */
  version: string;
}

/**
 * Bundles Decap CMS with our widgets and backend, once for each state of what goes into it. Takes about three seconds
 * the first time.
 * @throws PatchError when a package no longer holds a passage that we change
 */
export async function bundleForm(): Promise<FormBundle> {
  const version = hashOfSources();
  const folder = join(CACHE, version);
  if (existsSync(join(folder, 'form.js'))) return { folder, version };
  const place = `${folder}.${process.pid}`;
  mkdirSync(place, { recursive: true });
  try {
    const patching = new Patching();
    await build({
      entryPoints: { form: join(HERE, 'client/form.ts'), style: join(HERE, 'client/style.css') },
      entryNames: '[name]',
      outdir: place,
      bundle: true,
      minify: true,
      format: 'iife',
      platform: 'browser',
      target: 'es2022',
      mainFields: ['module', 'browser', 'main'],
      define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
      // Decap would turn pictures into WebP with it; pictures are made smaller by the renderer.
      loader: { '.wasm': 'empty' },
      legalComments: 'none',
      logLevel: 'silent',
      plugins: [patching.plugin],
    });
    patching.finish();
    keep(place, folder);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  return { folder, version };
}

/** Gives a bundle its name, unless another process was quicker. */
function keep(place: string, folder: string) {
  try {
    renameSync(place, folder);
  } catch (error) {
    if (!existsSync(join(folder, 'form.js'))) throw error;
  }
}

/** Applies the patches while files are read, and knows which were. */
class Patching {
  readonly #left = new Map(Object.entries(Object.groupBy(patches, ({ file }) => file)));

  readonly plugin: Plugin = {
    name: 'patches',
    setup: ({ onLoad }) => {
      for (const [file, changes = []] of [...this.#left])
        onLoad({ filter: new RegExp(`${file.replaceAll('/', '[\\\\/]').replaceAll('.', '\\.')}$`) }, ({ path }) => {
          this.#left.delete(file);
          return { contents: changes.reduce(applyPatch, readFileSync(path, 'utf8')), loader: 'js' };
        });
    },
  };

  /** @throws PatchError when a file that we change is no longer part of the bundle. */
  finish() {
    const [file] = this.#left.keys();
    if (file !== undefined) throw new PatchError(`${file} is no longer part of the bundle.`);
  }
}

/** A hash over our own sources, the model, which the editor has in it, and the exact versions of all packages. */
function hashOfSources(): string {
  const hash = createHash('sha256');
  const files = ['client', 'client/body', 'client/controls', '.', '../model', '../model/types'].flatMap((folder) =>
    readdirSync(join(HERE, folder))
      .filter((name) => /\.(?:ts|css)$/u.test(name) && !name.endsWith('.test.ts'))
      .map((name) => join(HERE, folder, name)),
  );
  for (const file of [...files.sort(), join(ROOT, 'package-lock.json')])
    hash.update(file.slice(ROOT.length).replaceAll(sep, '/')).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
}
