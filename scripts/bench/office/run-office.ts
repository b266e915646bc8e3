import { join } from 'node:path';
import { Examiners } from '../../../checks/engine/examiners.ts';
import { MainLibrary } from '../../../cms/office/main-library.ts';
import { Refusal } from '../../../cms/office/store/refusal.ts';
import type { Save } from '../../../cms/office/store/save.ts';
import { Store } from '../../../cms/office/store/store.ts';
import type { Render } from '../../../cms/office/workflow/live.ts';
import { Workflow } from '../../../cms/office/workflow/workflow.ts';
import { build, type Progress } from '../../../site/render/build.ts';
import { takeOff } from '../../../site/render/take-off.ts';
import { keepWarm, toWarm } from '../../keep-warm.ts';
import { openReview } from '../../open-review.ts';
import { openPreview } from '../../preview.ts';
import { NEW_DAY, toNewEntry } from '../corpus.ts';
import { makeRepository } from '../repository.ts';
import { toFiles, writeSoundCorpus } from '../sound-corpus.ts';
import type { OfficeTask } from './tasks.ts';

export interface OfficeRun {
  /** Folder for everything, removed by the caller. */
  work: string;
  entries: number;
  /** Drafts that are begun and saved again. */
  drafts: number;
  /** Drafts among them that are published. */
  publications: number;
  onProgress(words: string): void;
}

/** Seconds that each time took, by what was done. */
export type OfficeResults = Record<OfficeTask, number[]>;

/** People who save at once. */
const TOGETHER = 8;
/** Publications that are taken down again. */
const TAKE_DOWNS = 3;
/** Morning of the day as of which everything is done, in milliseconds. */
const MORNING = Date.parse(`${NEW_DAY}T10:00:00+08:00`);

/** Times what people wait for in an office with a large library, inside its process. */
export async function runOffice({ work, entries, drafts, publications, onProgress }: OfficeRun): Promise<OfficeResults> {
  onProgress(`准备 ${entries} 篇`);
  const [content, repository, out] = ['content', 'content.git', 'site'].map((name) => join(work, name)) as [string, string, string];
  writeSoundCorpus(content, entries);
  makeRepository(repository, content);
  const begun = Date.now();
  const clock = () => MORNING + Date.now() - begun;
  const today = () => NEW_DAY;
  const index = join(work, 'main.db');
  const examiners = new Examiners();
  const review = openReview({ repository, index, today, examiners });
  const store = await Store.open({ repository, key: join(work, 'key'), host: 'www.bench.gov.example', clock, review });
  const library = new MainLibrary({ repository, index, main: () => store.main(), today });
  const preview = openPreview({ repository, index, clock: () => new Date(clock()) });
  let full: { onRender(): void } | undefined;
  const render: Render = async (revision, stop) => {
    const asked = full;
    full = undefined;
    const onProgress: Progress = (stage) => stage === 'render' && asked?.onRender();
    await build({ content: { repository, revision }, out, today: NEW_DAY, full: asked !== undefined, stop, onProgress });
  };
  const workflow = new Workflow(store, render, (number) => takeOff(out, number));
  const renderAll = () =>
    new Promise<{ done: Promise<void> }>((resolve) => {
      full = { onRender: () => resolve({ done }) };
      const done = workflow.live.reach();
    });
  let warm: ReturnType<typeof keepWarm> | undefined;
  try {
    onProgress('第一次构建网站和目录');
    await workflow.recover();
    await library.at();
    warm = keepWarm(workflow, toWarm(store, library, review), (error) => {
      throw error;
    });
    return await timeAll({ store, workflow, library, warm, preview, drafts, publications, renderAll, onProgress });
  } finally {
    await warm?.stop();
    library.close();
    examiners.close();
    await store.close();
  }
}

interface Office extends Pick<OfficeRun, 'drafts' | 'publications' | 'onProgress'> {
  store: Store;
  workflow: Workflow;
  library: MainLibrary;
  warm: Pick<ReturnType<typeof keepWarm>, 'idle'>;
  preview: ReturnType<typeof openPreview>;
  /** Begins to make every page again; resolved when pages are being made. */
  renderAll(): Promise<{ done: Promise<void> }>;
}

async function timeAll({
  store,
  workflow,
  library,
  warm,
  preview,
  drafts,
  publications,
  renderAll,
  onProgress,
}: Office): Promise<OfficeResults> {
  const times: OfficeResults = {
    save: [],
    'save-files': [],
    'save-moved': [],
    'save-together': [],
    preview: [],
    library: [],
    publish: [],
    'take-down': [],
    warm: [],
  };
  const time = async <T>(task: OfficeTask, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const done = await work();
    times[task].push((performance.now() - started) / 1000);
    return done;
  };
  const people = await store.people();
  const person = (role: number) => people.get(`p1-${role}`)!;
  const save = (asked: Save) => store.save(person(0), asked);
  const versions = new Map<string, string>();
  const folderOf = (nth: number) => `entries/unit-01/news/2026/20261116-bench${nth}`;
  let nth = 0;
  /** A save of a draft with other bytes than before. */
  const change = async (draft: number): Promise<Save> => {
    const files = await toFiles(toNewEntry(++nth), nth, { index_number: undefined, published_at: undefined });
    return { folder: folderOf(draft), version: versions.get(folderOf(draft)) ?? '', files };
  };
  const saveTimed = async (task: OfficeTask, asked: Save) => {
    const { draft } = await time(task, () => save(asked));
    versions.set(asked.folder, draft.version);
    return draft;
  };

  for (let draft = 0; draft < drafts; draft++) {
    onProgress(`保存 ${draft + 1}/${drafts}`);
    const { files } = await saveTimed('save-files', await change(draft));
    const asked = await change(draft);
    const kept = asked.files.map((file) => (file.name === 'index.md' ? file : { name: file.name, blob: blobOf(files, file.name) }));
    await saveTimed('save', { ...asked, files: kept });
    const shown = asked.files.map((file) => ({ path: `${asked.folder}/${file.name}`, bytes: 'bytes' in file ? file.bytes : undefined }));
    const { html } = await time('preview', async () => preview({ base: await store.main(), folder: asked.folder, files: shown }));
    if (!html.includes('附件下载')) throw new Error('预览里没有页面。');
  }
  for (let round = 0; round < drafts / TOGETHER; round++) {
    onProgress(`同时保存 ${round + 1}`);
    const asked = await Promise.all(Array.from({ length: TOGETHER }, (_, at) => change(at)));
    await Promise.all(asked.map((one) => saveTimed('save-together', one)));
  }
  const publicFolders: string[] = [];
  for (let draft = 0; draft < publications; draft++) {
    onProgress(`发布 ${draft + 1}/${publications}`);
    const folder = folderOf(draft);
    await workflow.submit(person(0), { folder, version: versions.get(folder)! });
    const sign = async (role: 'review' | 'secrecy' | 'approval', by: number) =>
      workflow.sign(person(by), { folder, version: (await store.draft(folder))!.version }, role);
    await sign('review', 1);
    await sign('secrecy', 2);
    const { obstacle, published } = await time('publish', () => sign('approval', 3));
    if (obstacle) throw new Error([obstacle.message, ...obstacle.findings.map(({ message }) => message)].join('\n'));
    publicFolders.push(published!.folder);
    await time('warm', () => warm.idle());
    await saveTimed('save-moved', await change(drafts + draft));
    await time('library', () => library.at());
  }
  for (const folder of publicFolders.slice(-TAKE_DOWNS)) {
    onProgress('下线');
    const { version } = (await store.published(folder))!;
    const rendering = await renderAll();
    const { isLive } = await time('take-down', () => workflow.takeDown(people.get('p1-4')!, { folder, version, reason: '不应公开。' }));
    if (!isLive) throw new Error('下线没有办成。');
    await rendering.done;
  }
  return times;
}

function blobOf(files: readonly { name: string; blob: string }[], name: string): string {
  const file = files.find((one) => one.name === name);
  if (!file) throw new Refusal('missing', `没有附件 ${name}。`);
  return file.blob;
}
