import type { Workflow } from '../cms/office/workflow/workflow.ts';

const MINUTE = 60_000;

/** Keeps the public site at main and at today: tries again what failed, and renders what a new day changes. */
export function keepLive({ live, store }: Workflow, today: () => string, onError: (error: unknown) => void) {
  let day = '';
  let running: Promise<void> | undefined;

  /** @throws what the renderer threw */
  async function now() {
    const asked = today();
    await live.reach();
    day = asked;
  }
  async function look() {
    if (day !== today() || (await live.commit()) !== (await store.main())) await now();
  }
  const timer = setInterval(() => {
    running ??= look()
      .catch(onError)
      .finally(() => {
        running = undefined;
      });
  }, MINUTE);
  timer.unref();
  return {
    now,
    /** When nothing is under way. */
    async idle() {
      await running;
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
