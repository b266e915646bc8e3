import { setTimeout as sleep } from 'node:timers/promises';
import { toRandom } from '../../text.ts';
import { toPosts } from './county-of-editors.ts';
import type { Editor } from './editor.ts';
import { openCrowd } from './open-crowd.ts';
import { verifyWork } from './verify.ts';
import { LIST, textsOf, type Work, workUntil } from './work.ts';

export interface CrowdRun {
  /** Folder for everything, removed by the caller. */
  work: string;
  entries: number;
  editors: number;
  minutes: number;
  /** Seconds between two saves of an editor, on average. */
  pause: number;
  onProgress(words: string): void;
}

export interface CrowdResults {
  /** Times of accepted saves, in seconds. */
  seconds: number[];
  /** Entries that were saved. */
  entries: number;
  /** How often the office refused, by its words. */
  refused: [words: string, count: number][];
  /** What must not happen; empty when all is well. */
  faults: string[];
  /** The most memory that a process of the office had, in bytes. */
  memory: number;
}

/** So many log in at once: the office bears few failures from one address, and counts who is still at the door. */
const AT_THE_DOOR = 8;

/** Lets many editors save at once in an office of its own, over HTTP, and verifies afterwards what is in the repository. */
export async function runCrowd({ work: folder, entries, editors, minutes, pause, onProgress }: CrowdRun): Promise<CrowdResults> {
  const posts = toPosts(editors);
  onProgress(`准备 ${entries} 篇、${editors} 个账号，第一次构建网站，打开办公平台`);
  const { office, repository, logIn } = await openCrowd(folder, posts, entries);
  const done: Work = { accepted: [], seconds: [], refused: new Map(), faults: [] };
  const people: Editor[] = [];
  while (people.length < posts.length)
    people.push(...(await Promise.all(posts.slice(people.length, people.length + AT_THE_DOOR).map(logIn))));
  const shared = new Map<string, string>();
  for (const [nth, { id, unit }] of posts.entries()) if (!shared.has(unit)) shared.set(unit, await begin(people[nth]!, id, unit, done));

  const deadline = Date.now() + minutes * 60_000;
  let isOver = false;
  const told = (async () => {
    for (; !isOver; await sleep(1000))
      onProgress(`保存了 ${done.accepted.length} 次，还有 ${Math.ceil((deadline - Date.now()) / 1000)} 秒`);
  })();
  await Promise.all(
    posts.map((post, nth) =>
      workUntil(deadline, { post, editor: people[nth]!, shared: shared.get(post.unit)!, random: toRandom(nth + 1), pause }, done),
    ),
  ).finally(() => (isOver = true));
  await told;
  const memory = Math.max(...office.footprints().map(({ peak }) => peak));
  const { status, said } = await office.stop();
  if (status !== 0 || said !== '') done.faults.push(`办公平台停止时的状态是 ${status}，说了：${said}`);
  onProgress('核对仓库');
  const { accepted, seconds, refused, faults } = done;
  return {
    seconds,
    entries: new Set(accepted.map((save) => save.folder)).size,
    refused: [...refused].sort(([, a], [, b]) => b - a),
    faults: [...faults, ...(await verifyWork(repository, accepted))],
    memory,
  };
}

/** Saves for the first time the entry that two editors have. */
async function begin(editor: Editor, by: string, unit: string, { accepted }: Work): Promise<string> {
  const folder = await editor.newFolder(unit, 'news');
  const { values, list } = textsOf(`${by.replace('crowd-', 's')}x`);
  const { saved, message } = await editor.save({ folder, version: '', values }, { [LIST]: list });
  if (!saved) throw new Error(`第一次保存没有成：${message}`);
  accepted.push({ by, folder, version: saved.version, before: '', values, list });
  return folder;
}
