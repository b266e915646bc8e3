import type { Workflow } from '../cms/office/workflow/workflow.ts';

/** How often it is looked whether there is something to do, in milliseconds. */
const PAUSE = 10 * 60_000;

/** Packs the repository now and then, in the background and when the public site is not being rendered; a stop does not wait for it. */
export function keepTidy({ live, store }: Workflow, onError: (error: unknown) => void) {
  const stopping = new AbortController();
  let running: Promise<unknown> | undefined;

  async function look() {
    await live.idle();
    await store.repository.tidy(stopping.signal);
  }
  const timer = setInterval(() => {
    running ??= look()
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) onError(error);
      })
      .finally(() => {
        running = undefined;
      });
  }, PAUSE);
  timer.unref();
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
