import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { codeIn, codeVersion, readingVersion } from '../checks/engine/version.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
/** Below `node_modules`, where the packages that stay apart are found. Another one may be named, or none by an empty name. */
const HOME = process.env.GONGKAI_COMPILED ?? join(ROOT, 'node_modules/.cache/gongkai');
const LAYERS = ['cms', 'checks', 'site', 'scripts'];
/** What loads hundreds of modules, often for a moment's work. */
const PROGRAMS = { commands: 'scripts/commands.ts', examine: 'checks/engine/examine.ts' };
/** Packages that look for files of their own beside their code. */
const APART = ['@e965/xlsx', '@gutenye/*', 'astro', 'esbuild', 'linkinator', 'onnxruntime-web', 'pdfjs-dist', 'sharp'];

/** After so many days without use, what was compiled is removed. */
const KEPT_DAYS = 2;

/**
 * The compiled form of `commands.ts`, which starts in a fraction of the time; made when the code has changed. Where it cannot
 * be made or read, for example because nothing can be written there, the code as it is.
 * @param isLong whether this time may take long anyway: then it does not wait for what the next time will need
 */
export async function importCompiled(
  asItIs: () => Promise<typeof import('./commands.ts')>,
  isLong: boolean,
): Promise<typeof import('./commands.ts')> {
  if (HOME === '') return asItIs();
  try {
    const place = join(HOME, stampOf());
    if (!existsSync(place)) {
      const compiling = compile(place);
      if (isLong) {
        compiling.catch(() => {});
        return asItIs();
      }
      await compiling;
    }
    return await import(pathToFileURL(join(place, 'commands.mjs')).href);
  } catch {
    return asItIs();
  }
}

/** Changes with any file of code or of data that code is made with, and with the packages. */
function stampOf(): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of [join(ROOT, 'package-lock.json'), ...LAYERS.flatMap((layer) => codeIn(join(ROOT, layer)))]) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

async function compile(place: string) {
  const { build } = await import('esbuild');
  await mkdir(HOME, { recursive: true });
  removeUnused();
  const scratch = mkdtempSync(join(HOME, 'new-'));
  try {
    await build({
      absWorkingDir: ROOT,
      entryPoints: PROGRAMS,
      outdir: scratch,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      external: APART,
      define: {
        COMPILED_EXAMINER: JSON.stringify(join(place, 'examine.mjs')),
        COMPILED_VERSION: JSON.stringify(codeVersion()),
        COMPILED_READING: JSON.stringify(readingVersion()),
      },
      outExtension: { '.js': '.mjs' },
      logLevel: 'silent',
      banner: { js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(${urlOf(ROOT)});` },
      plugins: [
        { name: 'places', setup: ({ onLoad }) => onLoad({ filter: /\.ts$/ }, ({ path }) => ({ loader: 'ts', contents: placed(path) })) },
      ],
    });
    // Somebody else may have been quicker.
    if (!existsSync(place)) renameSync(scratch, place);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Code that looks for files beside itself finds them where it was written. */
const placed = (path: string) => readFileSync(path, 'utf8').replaceAll('import.meta.url', urlOf(path));

const urlOf = (path: string) => JSON.stringify(pathToFileURL(path).href);

/** What other versions of the code left; not the latest, because a program that runs still loads parts of it. */
function removeUnused() {
  for (const name of readdirSync(HOME)) {
    const path = join(HOME, name);
    if (Date.now() - statSync(path).mtimeMs > KEPT_DAYS * 86_400_000) rmSync(path, { recursive: true, force: true });
  }
}
