import { join, resolve } from 'node:path';
import { type Content, toSource } from '../../cms/library/content.ts';
import type { Finding } from '../../cms/library/finding.ts';
import { Library } from '../../cms/library/library.ts';
import { SourceError } from '../../cms/library/source.ts';
import { sync } from '../../cms/library/sync.ts';
import { toRoutes } from '../routes.ts';
import { compile } from './compile.ts';
import { equip } from './equip.ts';
import { lock } from './lock.ts';
import { type Plan, toPlan } from './plan.ts';
import { type Equipment, workInParallel } from './pool.ts';
import { publish } from './publish.ts';
import { type Known, State } from './state.ts';
import { toStopwatch } from './stopwatch.ts';
import { Store } from './store.ts';
import { type Done, work } from './work.ts';

/** Below so many stale files, starting worker processes costs more than it saves. */
const FEW = 150;

export interface BuildOptions {
  content: Content;
  /** Folder for releases, index and state; `current` in it is what a web server serves. */
  out: string;
  /** Today in Asia/Shanghai, YYYY-MM-DD. */
  today: string;
  /** Make every page again. */
  full?: boolean;
  onProgress?: Progress;
}
export type Progress = (stage: 'read' | 'render', done: number, of: number) => void;

export interface Built {
  /** Id of the release: a hash that covers every public byte. */
  root: string;
  /** Files of the release. */
  files: number;
  /** Files made again, and those of them whose bytes differ. */
  rendered: number;
  written: number;
  findings: Finding[];
  /** Time of each stage in milliseconds. */
  laps: Record<string, number>;
}

/**
 * Brings the public site up to date with the content: index, pages, release, switch.
 * @throws LockedError when another build works on the same place, SourceError when there is no content
 */
export async function build(options: BuildOptions): Promise<Built> {
  const out = resolve(options.out);
  const store = new Store(join(out, 'store'));
  const held = lock(join(out, 'lock.db'));
  const state = new State(join(out, 'state.db'));
  try {
    return await buildInto(out, options, store, state);
  } finally {
    state.close();
    held.release();
  }
}

async function buildInto(
  out: string,
  { content: asked, today, full, onProgress = () => {} }: BuildOptions,
  store: Store,
  state: State,
): Promise<Built> {
  const watch = toStopwatch();
  const index = join(out, 'index.db');
  const source = toSource(asked);
  const compiling = compile();
  // A failure is told when the renderer is needed; until then it must not end the process.
  compiling.catch(() => {});
  // Workers must see the very commit that was indexed, even if the branch moves on meanwhile.
  const { content } = source;
  await sync(index, source, (done, of) => onProgress('read', done, of));
  watch.lap('index');
  const renderer = await compiling;
  watch.lap('compile');

  if (state.get('unfinished') !== '') store.sweep(new Set([...state.directories().values(), ...state.dropped().map(({ id }) => id)]));
  state.set('unfinished', 'yes');
  const isWhole = !full && state.get('root') !== '' && store.has(state.get('root'));
  const known: Map<string, Known> = isWhole ? state.files() : new Map();
  const kept: Map<string, string> = isWhole ? state.directories() : new Map();
  const library = Library.open(index, today);
  const { generation } = library;
  const findings = library.findings();
  if (!library.portal)
    throw new SourceError(
      findings.find(({ file }) => file === 'portal.yaml')?.message ??
        `${source.name} 里没有 portal.yaml，网站叫什么、归谁办都不知道。补上这个文件。`,
    );
  const changed = isWhole && state.get('renderer') === renderer.id ? library.changedSince(Number(state.get('generation'))) : undefined;
  const plan = toPlan([...renderer.assets, ...toRoutes(library)], known, kept, changed, today);
  library.close();
  watch.lap('plan');

  const equipment = { index, today, entry: renderer.entry, content, store: join(out, 'store'), pictures: join(out, 'pictures') };
  const { made, staged } = await render(plan, equipment, onProgress);
  watch.lap('render');

  const root = publish({ out, store, state, plan, made, staged, kept, replaces: !isWhole, renderer: renderer.id, generation });
  watch.lap('release');
  return {
    root,
    files: [...plan.layout.values()].reduce((sum, names) => sum + names.size, 0),
    rendered: made.size,
    written: [...made].filter(([path, { sha256 }]) => known.get(path)?.sha256 !== sha256).length,
    findings,
    laps: watch.laps,
  };
}

/** Makes every stale file and enters what is now known of it into the plan's layout. */
async function render(plan: Plan, equipment: Equipment, onProgress: Progress) {
  const made = new Map<string, Known>();
  const staged = new Map<string, string>();
  const total = plan.tasks.reduce((sum, { routes }) => sum + routes.length, 0);
  const take = ({ directory, known, staged: folder }: Done) => {
    if (folder !== '') staged.set(directory, folder);
    for (const [name, what] of known) {
      plan.layout.get(directory)!.set(name, what);
      made.set(directory + name, what);
    }
    onProgress('render', made.size, total);
  };
  if (total > FEW) await workInParallel(plan.tasks, equipment, take);
  else if (plan.tasks.length > 0) {
    const tools = await equip(equipment);
    for (const task of plan.tasks) take(await work(task, tools.painter, tools.store));
    tools.library.close();
  }
  return { made, staged };
}
