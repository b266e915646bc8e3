import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toSiteData } from '../peer-content.ts';
import type { Tool } from '../tool.ts';
import { writeSections } from './hugo-sections.ts';
import { readVersion } from './installed.ts';
import { copyPeer } from './peer-project.ts';

/** Hugo from the PATH. It keeps nothing from one build to the next. */
export const hugo: Tool = toHugo('hugo', 'Hugo', () => {});

/** Hugo with the same templates as most of its sites have them: every page makes its own head, menus and foot. */
export const hugoUncached: Tool = toHugo('hugo-uncached', 'Hugo，每页自己做共用的部分', (folder) => {
  const layouts = join(folder, 'layouts');
  for (const name of readdirSync(layouts, { recursive: true, encoding: 'utf8' })) {
    if (!/\.\w+$/u.test(name)) continue;
    const file = join(layouts, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(CACHED, 'partial $1'));
  }
});

/** What a citizen gets from Gongkai: the pages, and a full-text search in them, which Pagefind makes from what Hugo made. */
export const hugoPagefind: Tool = {
  ...toHugo('hugo-pagefind', 'Hugo 加 Pagefind（全文搜索）', () => {}),
  version({ peers }) {
    const [pages, search] = [hugo.version({}), peers === undefined ? undefined : readVersion(join(peers, PAGEFIND))];
    return pages && search && `${pages}、${search}`;
  },
  steps({ folder, peers = '' }, outputs) {
    const site = join(outputs, 'hugo-pagefind');
    const both = 'hugo --quiet --destination "$1" && "$2" "$3" --silent --site "$1"';
    const args = ['-c', both, 'sh', site, process.execPath, join(peers, PAGEFIND, 'lib/runner/bin.cjs')];
    return [{ task: 'full', site, run: { program: 'sh', args, cwd: join(folder, 'hugo-pagefind') } }];
  },
};
const PAGEFIND = 'node_modules/pagefind';

/** A call of `partialCached`: the name with the context, and what keeps its variants apart. */
const CACHED = /partialCached ("[^"]+" (?:\([^()]*\)|"[^"]*"|[^\s(){}]+))(?: (?:"[^"]*"|[.$][^\s(){}]*))*/gu;

function toHugo(id: string, name: string, change: (folder: string) => void): Tool {
  return {
    id,
    name,
    version: () => /v(\d+\.\d+\.\d+)/u.exec(spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout ?? '')?.[1],
    prepare(place) {
      const folder = copyPeer('hugo', place, { data: 'data/site.json', styles: 'static/assets/site.css' }, id);
      change(folder);
      writeSections(join(folder, 'content'), toSiteData());
    },
    steps(place, outputs) {
      const site = join(outputs, id);
      return [{ task: 'full', site, run: { program: 'hugo', args: ['--quiet', '--destination', site], cwd: join(place.folder, id) } }];
    },
  };
}
