import { existsSync, symlinkSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import type { Place, Tool } from '../tool.ts';
import { readVersion } from './installed.ts';
import { copyPeer } from './peer-project.ts';

const PACKAGE = 'node_modules/@11ty/eleventy';

/** Eleventy from the folder that `--peers` names. A build that is not a watch keeps nothing for the next. */
export const eleventy: Tool = {
  id: 'eleventy',
  name: 'Eleventy',
  version: ({ peers }) => (peers === undefined ? undefined : readVersion(join(peers, PACKAGE))),
  prepare(place) {
    const folder = copyPeer('eleventy', place, { data: '_data/site.json', styles: 'assets/site.css' });
    symlinkSync(place.articles, join(folder, 'articles'), 'dir');
  },
  steps(place, outputs) {
    const site = join(outputs, 'eleventy');
    const args = [...HEAP, programOf(place), '--quiet', `--output=${site}`];
    return [{ task: 'full', site, run: { program: process.execPath, args, cwd: join(place.folder, 'eleventy') } }];
  },
};

/** Node's own limit is below what 50,000 articles need. */
const HEAP = [`--max-old-space-size=${Math.round((totalmem() / 1024 / 1024) * 0.7)}`];

const programOf = ({ peers = '' }: Place) => ['cmd.cjs', 'cmd.js'].map((name) => join(peers, PACKAGE, name)).find(existsSync) ?? '';
