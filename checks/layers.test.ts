import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Which layers each layer may import from, beside itself; content is data, which anything may read. */
const MAY: Record<string, readonly string[]> = {
  content: [],
  cms: ['content'],
  checks: ['content', 'cms'],
  site: ['content', 'cms'],
  scripts: ['content', 'cms', 'checks', 'site'],
};

const LAYERS = Object.keys(MAY);
/** What else may lie at the top, because tools insist on it. */
const TOP = new Set([
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
  'astro.config.mjs',
  'biome.json',
  'node_modules',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
]);

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|new URL\(\s*)['"](\.{1,2}\/[^'"]+)['"]/gu;

function* sources(folder: string): Generator<string> {
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, item.name);
    if (item.isDirectory() && item.name !== 'node_modules') yield* sources(path);
    else if (/\.(?:ts|mjs|js|astro)$/u.test(item.name)) yield path;
  }
}

const layerOf = (path: string) => relative(ROOT, path).split('/')[0] ?? '';

test('imports point one way', () => {
  const wrong: string[] = [];
  let seen = 0;
  for (const layer of LAYERS) {
    for (const file of sources(join(ROOT, layer))) {
      for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
        const other = layerOf(resolve(dirname(file), target));
        seen++;
        if (LAYERS.includes(other) && other !== layer && !MAY[layer]!.includes(other))
          wrong.push(`${relative(ROOT, file)} imports ${target}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(seen).toBeGreaterThan(200);
});

test('content holds data only', () => {
  expect([...sources(join(ROOT, 'content'))]).toEqual([]);
});

test('the top level holds the five layers and what tools insist on', () => {
  const others = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !LAYERS.includes(name) && !TOP.has(name));
  expect(others).toEqual([]);
});

test('no file has a name that says nothing', () => {
  const names = LAYERS.flatMap((layer) => [...sources(join(ROOT, layer))]).filter((file) =>
    /(?:^|[/-])(?:utils?|helpers?|common|misc|manager)\.(?:ts|astro)$/u.test(file),
  );
  expect(names.map((file) => relative(ROOT, file))).toEqual([]);
});
