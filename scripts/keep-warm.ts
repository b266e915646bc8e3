import { setTimeout as sleep } from 'node:timers/promises';
import type { MainLibrary } from '../cms/office/main-library.ts';
import type { Review } from '../cms/office/review.ts';
import type { Store } from '../cms/office/store/store.ts';
import type { Workflow } from '../cms/office/workflow/workflow.ts';

/** What the next person who saves or opens a list would wait for: the library and the checks at the newest main. */
export const toWarm =
  (store: Store, library: MainLibrary, review: Review): (() => Promise<unknown>) =>
  async () =>
    Promise.all([library.at(), review({ base: await store.main(), files: [] })]);

/** So long the answers go first that people wait for, in milliseconds. */
const PAUSE = 100;

/**
 * Whenever main has moved, gets ready what the next person who saves or opens a list would wait for; after the public site and its
 * answers, for which somebody waits already. One piece of work at a time, always for the newest main.
 */
export function keepWarm({ live, store }: Workflow, warm: () => Promise<unknown>, onError: (error: unknown) => void) {
  let isDue = false;
  let isStopped = false;
  let running: Promise<void> | undefined;

  async function work() {
    while (isDue && !isStopped) {
      await sleep(PAUSE);
      await live.idle();
      await sleep(PAUSE);
      isDue = false;
      if (!isStopped) await warm().catch(onError);
    }
    running = undefined;
  }
  function soon() {
    isDue = true;
    running ??= work();
  }
  store.repository.onMain(soon);
  return {
    soon,
    /** When nothing is under way. */
    async idle() {
      await running;
    },
    async stop() {
      isStopped = true;
      await running;
    },
  };
}
