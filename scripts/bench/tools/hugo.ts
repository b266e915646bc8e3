import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { toSiteData } from '../peer-content.ts';
import type { Tool } from '../tool.ts';
import { writeSections } from './hugo-sections.ts';
import { copyPeer } from './peer-project.ts';

/** Hugo from the PATH. It keeps nothing from one build to the next. */
export const hugo: Tool = {
  id: 'hugo',
  name: 'Hugo',
  version: () => /v(\d+\.\d+\.\d+)/u.exec(spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout ?? '')?.[1],
  prepare(place) {
    const folder = copyPeer('hugo', place, { data: 'data/site.json', styles: 'static/assets/site.css' });
    writeSections(join(folder, 'content'), toSiteData());
  },
  steps(place, outputs) {
    const site = join(outputs, 'hugo');
    return [{ task: 'full', site, run: { program: 'hugo', args: ['--quiet', '--destination', site], cwd: join(place.folder, 'hugo') } }];
  },
};
