import { rmSync, symlinkSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toNewEntry } from '../corpus.ts';
import { toArticlePath, writeArticle } from '../peer-content.ts';
import type { Tool } from '../tool.ts';
import { readVersion } from './installed.ts';
import { copyPeer } from './peer-project.ts';

const MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url));

/** Astro as most people use it: content collections and static output. It keeps its content store between builds. */
export const astro: Tool = {
  id: 'astro',
  name: 'Astro',
  version: () => readVersion(join(MODULES, 'astro')),
  prepare(place) {
    const folder = copyPeer('astro', place, { data: 'src/data/site.json', styles: 'src/styles/site.css' });
    symlinkSync(MODULES, join(folder, 'node_modules'), 'dir');
  },
  steps(place, outputs, round) {
    const folder = join(place.folder, 'astro');
    const published = toNewEntry(round);
    const build = (name: string) => {
      const site = join(outputs, name);
      const args = [HEAP, join(MODULES, 'astro/bin/astro.mjs'), 'build', '--silent', '--outDir', site];
      return { site, run: { program: process.execPath, args, cwd: folder, env: { ASTRO_TELEMETRY_DISABLED: '1' } } };
    };
    return [
      { task: 'full', ...build('astro'), before: () => rmSync(join(folder, '.cache'), { recursive: true, force: true }) },
      {
        task: 'new-in-folder',
        ...build('astro-again'),
        before: () => writeArticle(place.articles, published),
        after: () => rmSync(join(place.articles, toArticlePath(published))),
      },
    ];
  },
};

const HEAP = `--max-old-space-size=${Math.round((totalmem() / 1024 / 1024) * 0.7)}`;
