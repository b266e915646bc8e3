import type { Workflow } from '../cms/office/workflow/workflow.ts';

const MINUTE = 60_000;

/** Told of what was published at the time for which it was signed. */
export type OnDue = Parameters<Workflow['publishDue']>[0];

/** Keeps the public site at main and at today: publishes what is due, tries again what failed, and renders what a new day changes. */
export function keepLive(
  workflow: Workflow,
  { today, onDue, onError }: { today: () => string; onDue: OnDue; onError: (error: unknown) => void },
) {
  const { live, store } = workflow;
  let day = '';
  let running: Promise<void> | undefined;

  /** @throws what the renderer threw */
  async function now() {
    const asked = today();
    await live.reach();
    day = asked;
  }
  async function look() {
    await workflow.publishDue(onDue);
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
