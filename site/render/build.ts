import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Content, toSource } from '../../cms/library/content.ts';
import { type Finding, toLine } from '../../cms/library/finding.ts';
import type { StoredFile } from '../../cms/library/item.ts';
import { Library } from '../../cms/library/library.ts';
import { listOf } from '../../cms/library/lists.ts';
import { SourceError } from '../../cms/library/source.ts';
import { sync } from '../../cms/library/sync.ts';
import { numberOf } from '../../cms/library/tags.ts';
import { droppedFiles } from '../attachments/dropped.ts';
import { KeptTexts } from '../attachments/kept-texts.ts';
import { offeredFiles } from '../attachments/offered.ts';
import type { AttachmentReader } from '../attachments/text.ts';
import { numberOfPage, shelfPrefix, toldIn } from '../paths.ts';
import { bitsFor } from '../search/paths.ts';
import { Recent } from '../search/recent.ts';
import { asOnlyBuild } from './as-only-build.ts';
import { compile, type Renderer } from './compile.ts';
import { equip } from './equip.ts';
import { indexPages } from './index-pages.ts';
import { type Before, isOfEntry, type Plan, toPlan, toShelves } from './plan.ts';
import { type Equipment, Pool } from './pool.ts';
import { publish } from './publish.ts';
import { State } from './state.ts';
import { toStopwatch } from './stopwatch.ts';
import { Store } from './store.ts';
import { RELEASING, RENDERING, sweep } from './unfinished.ts';
import { type Done, work } from './work.ts';

/** Below so many stale files, starting worker processes costs more than it saves. */
const FEW = 150;
/** From so many content files on that are new or changed, there will be work for worker processes. */
const MANY = 3000;

export interface BuildOptions {
  content: Content;
  /** Folder for releases, index and state; `current` in it is what a web server serves. */
  out: string;
  /** Today in Asia/Shanghai, YYYY-MM-DD. */
  today: string;
  /** Reads attachments, so that they are found and have reading versions; without it, none have. */
  reader?: AttachmentReader;
  /** Make every page again. */
  full?: boolean;
  /** Ends the build before the switch, soon after it is aborted. */
  stop?: AbortSignal;
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
 * @throws BusyError when another build works on the same place, SourceError when there is no content, the reason to stop
 */
export async function build(options: BuildOptions): Promise<Built> {
  const out = resolve(options.out);
  return asOnlyBuild(out, () => buildAlone(out, options));
}

async function buildAlone(out: string, options: BuildOptions): Promise<Built> {
  const store = new Store(join(out, 'store'));
  const state = new State(join(out, 'state.db'));
  const pool = new Pool(options.stop);
  try {
    return await buildInto(out, options, store, state, pool);
  } finally {
    await pool.close();
    state.close();
  }
}

async function buildInto(
  out: string,
  { content: asked, today, reader, full, stop, onProgress = () => {} }: BuildOptions,
  store: Store,
  state: State,
  pool: Pool,
): Promise<Built> {
  const watch = toStopwatch();
  const index = join(out, 'index.db');
  const source = toSource(asked);
  // Workers must see the very commit that was indexed, even if the branch moves on meanwhile.
  const { content } = source;
  const textsFolder = reader ? join(out, 'texts', reader.version) : '';
  const toEquipment = (renderer: Renderer): Equipment => ({
    index,
    today,
    entry: renderer.entry,
    content,
    store: store.pathOf(''),
    pictures: join(out, 'pictures'),
    texts: textsFolder,
  });
  const compiling = compile();
  let compiled: Renderer | undefined;
  // A failure is told when the renderer is needed; until then it must not end the process.
  compiling.then(
    (renderer) => (compiled = renderer),
    () => {},
  );
  await sync(index, source, (done, of) => {
    onProgress('read', done, of);
    // What follows takes one core; workers get ready on the others.
    if (compiled && done === of && of > MANY) pool.start(toEquipment(compiled));
  });
  watch.lap('index');
  const renderer = await compiling;
  watch.lap('compile');

  stop?.throwIfAborted();
  if (state.get('unfinished') !== '') sweep(store, state);
  state.set('unfinished', RENDERING);
  const isWhole = !full && state.get('root') !== '' && store.has(state.get('root'));
  const before: Before = { heads: isWhole ? state.heads() : new Map(), files: (directory) => state.files(directory) };
  const library = Library.open(index, today);
  const { generation } = library;
  const findings = library.findings();
  if (!library.portal) {
    const cause = findings.find(({ file }) => file === 'portal.yaml');
    throw new SourceError(cause ? toLine(cause) : `${source.name} 里没有 portal.yaml，网站叫什么、归谁办都不知道。补上这个文件。`);
  }
  const made = `${renderer.id} ${reader?.version ?? ''}`;
  const changed = isWhole && state.get('renderer') === made ? library.changedSince(Number(state.get('generation'))) : undefined;
  const shelves = changed && toShelves(library, changed, before, today);
  const texts = new KeptTexts(textsFolder);
  if (reader) {
    const kept = await texts.prepare(reader, filesToRead(library, shelves), (path) => source.readOne(path), stop);
    if (!shelves) texts.keepOnly(kept);
    for (const name of readdirSync(join(out, 'texts'))) if (name !== reader.version) rmSync(join(out, 'texts', name), { recursive: true });
  }
  watch.lap('attachments');
  const plan = toPlan(library, renderer.assets, before, { changed, shelves, texts, today });
  for (const file of reader && shelves ? droppedFiles(library, plan, before) : []) texts.forget(file);
  const entries = library.count(listOf.all);
  const bits = bitsFor(entries);
  const recent = Recent.of(library.newest(listOf.all), bits);
  const units = library
    .units()
    .map(({ code }) => code)
    .sort();
  library.close();
  watch.lap('plan');

  const { rendered, written, staged, pages, isShared } = await render(plan, toEquipment(renderer), pool, onProgress, stop);
  watch.lap('render');

  await indexPages({
    ...{ store, before, plan, staged, entries, units, bits, recent },
    former: changed && state.get('recent').split('\n').filter(Boolean),
    touched: new Set([...[...(changed ?? [])].flatMap((tag) => numberOf(tag) ?? []), ...pages.flatMap((path) => numberOfPage(path) ?? [])]),
    all: () => allNumbers(index, today),
    pool: isShared ? pool : undefined,
    isGathered: isShared && !changed,
  });
  watch.lap('search');

  stop?.throwIfAborted();
  state.set('unfinished', RELEASING);
  const released = publish({
    ...{ out, store, state, before, replaces: !isWhole, plan, staged, generation },
    renderer: made,
    recent: recent.numbers.join('\n'),
  });
  state.set('unfinished', '');
  watch.lap('release');
  return { ...released, rendered, written, findings, laps: watch.laps };
}

/** Files that entries offer, of some shelves or of all. */
function* filesToRead(library: Library, shelves: ReadonlySet<string> | undefined): Generator<StoredFile> {
  for (const prefix of shelves ? [...shelves].filter((shelf) => !toldIn(shelf)).map(shelfPrefix) : [''])
    for (const { number, hasFiles } of library.numbers(prefix))
      if (hasFiles) for (const { file } of offeredFiles(library.entry(number)!)) yield file;
}

function allNumbers(index: string, today: string): string[] {
  const library = Library.open(index, today);
  try {
    return [...library.newest(listOf.all)];
  } finally {
    library.close();
  }
}

/** Makes every stale file and enters what is now known of it into the plan's layout. */
async function render(plan: Plan, equipment: Equipment, pool: Pool, onProgress: Progress, stop?: AbortSignal) {
  const before = new Map(plan.tasks.map((task) => [task.directory, task.before]));
  let rendered = 0;
  let written = 0;
  const staged = new Map<string, string>();
  const pages: string[] = [];
  const total = plan.tasks.reduce((sum, { routes }) => sum + routes.length, 0);
  const take = ({ directory, known, staged: folder }: Done) => {
    if (folder !== '') staged.set(directory, folder);
    for (const [name, what] of known) {
      plan.layout.get(directory)!.set(name, what);
      rendered++;
      if (before.get(directory)![name] === what.sha256) continue;
      written++;
      if (isOfEntry(what)) pages.push(directory + name);
    }
    onProgress('render', rendered, total);
  };
  const isShared = total > FEW;
  if (isShared) {
    pool.start(equipment);
    await pool.work(
      'task',
      plan.tasks.toSorted((a, b) => b.routes.length - a.routes.length),
      take,
    );
  } else if (plan.tasks.length > 0) {
    const tools = await equip(equipment);
    for (const task of plan.tasks) {
      stop?.throwIfAborted();
      take(await work(task, tools.painter, tools.store));
    }
    tools.library.close();
  }
  return { rendered, written, staged, pages, isShared };
}
