import { setTimeout as sleep } from 'node:timers/promises';
import { placesOf } from '../cms/library/places-of.ts';
import { ForgeError } from '../cms/office/forge/forge.ts';
import { GitError } from '../cms/office/store/git.ts';
import { pushTo, type RemoteSettings } from '../cms/office/store/remote.ts';
import type { Store } from '../cms/office/store/store.ts';

/** So long it waits for more that moves, and so long after a failure. In milliseconds. */
const PAUSES = { more: 500, again: 60_000 };
/** Lines of what the other side said that are told. */
const TOLD = 5;

interface Mirroring {
  tell: (words: string) => unknown;
  /** What is done on the other side when it has everything, and every minute. */
  follow?: (() => Promise<void>) | undefined;
  pauses?: typeof PAUSES;
}

/**
 * Brings a repository elsewhere to what the office's own has, whenever something has moved, in the background; nobody waits for it.
 * A failure is told once and tried again every minute until it is over.
 */
export function keepMirrored({ repository }: Store, settings: RemoteSettings, { tell, follow, pauses = PAUSES }: Mirroring) {
  const stopping = new AbortController();
  const { signal } = stopping;
  let isDue = false;
  let failure = '';
  let running: Promise<void> | undefined;

  async function work() {
    while (isDue && !signal.aborted) {
      await wait(pauses.more);
      isDue = false;
      const words = await attempt();
      if (words !== failure && !signal.aborted) tell(words === '' ? '远程仓库已经和办公平台一致。' : words);
      failure = words;
      if (words === '') continue;
      isDue = true;
      await wait(pauses.again);
    }
    running = undefined;
  }
  async function attempt(): Promise<string> {
    try {
      await pushTo(repository.git, settings, signal);
      await follow?.();
      return '';
    } catch (error) {
      if (error instanceof ForgeError) return `合并请求没有跟上，每分钟再试一次。${error.message}`;
      const said = error instanceof GitError ? toSaid(error.message) : placesOf(error);
      return `没有推送到远程仓库，每分钟再试一次。${said}`;
    }
  }
  const wait = (time: number) => sleep(time, undefined, { signal }).catch(() => {});
  function soon() {
    isDue = true;
    running ??= work();
  }
  repository.onMove(soon);
  const timer = setInterval(() => follow && soon(), pauses.again);
  timer.unref();
  soon();
  return {
    /** When nothing is under way. */
    async idle() {
      await running;
    },
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}

/** What the other side said, without Git's own decoration. */
function toSaid(message: string): string {
  const lines = message.split('\n').map((line) => line.replace(/^remote: /u, '').trim());
  const said = lines.filter((line) => line !== '' && !/^(?:To |error: failed to push|! \[)/u.test(line));
  return said
    .slice(0, TOLD)
    .join(' ')
    .replace(/^git push failed \(\d+\): /u, '');
}
