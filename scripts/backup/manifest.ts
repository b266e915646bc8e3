import { createHash } from 'node:crypto';
import { closeSync, createReadStream, existsSync, fsyncSync, openSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { UsageError } from '../exit.ts';

const HASH = z.string().regex(/^[0-9a-f]{64}$/u);

const shape = z.strictObject({
  version: z.literal(1),
  /** YYYY-MM-DD HH:MM in Asia/Shanghai. */
  madeAt: z.string(),
  /** Commit of `main`. */
  main: z.string().regex(/^[0-9a-f]{40}$/u),
  /** Id of the public release; empty when there was none. */
  release: z.union([HASH, z.literal('')]),
  /** Every file of the backup but this one, by path. */
  files: z.record(z.string(), z.strictObject({ size: z.number().int().nonnegative(), sha256: HASH })),
});

/** What a backup holds. It is written last: a folder without it is no backup. */
export type Manifest = z.infer<typeof shape>;

const NAME = 'MANIFEST.json';

/** Describes what lies in a folder, and has all of it on the disk. */
export async function writeManifest(folder: string, about: Omit<Manifest, 'version' | 'files'>): Promise<Manifest> {
  const files: Manifest['files'] = {};
  for (const path of filesIn(folder)) {
    const file = openSync(join(folder, path), 'r+');
    fsyncSync(file);
    closeSync(file);
    files[path] = await measure(join(folder, path));
  }
  const manifest = { version: 1 as const, ...about, files };
  writeFileSync(join(folder, NAME), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true, mode: 0o600 });
  return manifest;
}

/** @throws UsageError that names what is missing, damaged or not part of the backup */
export async function verifyManifest(folder: string): Promise<Manifest> {
  const place = join(folder, NAME);
  if (!existsSync(place)) throw new UsageError(`${folder} 不是完整的备份：没有 ${NAME}。核对路径；备份中途断掉的文件夹不能用来恢复。`);
  const manifest = read(place);
  const found = new Set(filesIn(folder).filter((path) => path !== NAME));
  for (const [path, { size, sha256 }] of Object.entries(manifest.files)) {
    if (!found.delete(path)) throw new UsageError(`备份 ${folder} 缺少 ${path}，没有恢复。换一份备份。`);
    const real = await measure(join(folder, path));
    if (real.size !== size || real.sha256 !== sha256)
      throw new UsageError(`备份 ${folder} 里的 ${path} 和备份时不一样，没有恢复。换一份备份。`);
  }
  const [more] = found;
  if (more !== undefined) throw new UsageError(`备份 ${folder} 里多出 ${more}，没有恢复。查明它从哪里来，移走以后再恢复。`);
  return manifest;
}

function read(place: string): Manifest {
  try {
    return shape.parse(JSON.parse(readFileSync(place, 'utf8')));
  } catch {
    throw new UsageError(`备份的清单 ${place} 读不出来，没有恢复。换一份备份。`);
  }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => !item.isDirectory())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
    .sort();

async function measure(path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { size: statSync(path).size, sha256: hash.digest('hex') };
}
