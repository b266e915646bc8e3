import { placesOf } from '../../library/places-of.ts';
import { MAIN } from '../store/refs.ts';
import { Refusal } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';
import type { Live } from './live.ts';
import { isUnderReview, progressOf } from './progress.ts';
import { publish } from './publish.ts';

/**
 * Finishes what a crash broke off: a draft whose commits are on main already is no draft any more; a draft that everybody has
 * signed is published; and the public site shows what main holds, unless it cannot be rendered: `Live.fault` then tells why, and
 * the office is of use all the same.
 */
export async function recover(store: Store, live: Live): Promise<void> {
  const { repository } = store;
  const merged = await repository.git.line(['for-each-ref', `--merged=${MAIN}`, '--format=%(objectname) %(refname)', 'refs/heads/drafts/']);
  for (const line of merged === '' ? [] : merged.split('\n')) {
    const [head, ref = ''] = line.split(' ');
    await repository.queue.run(() => repository.move([{ ref, from: head, to: undefined }]));
  }
  for (const draft of await store.drafts()) {
    const progress = await progressOf(store, draft);
    if (!isUnderReview(progress) || progress.owed.length > 0) continue;
    try {
      await publish(store, draft.folder);
    } catch (error) {
      // What the checks or people have against it now, or that its time has not come, is told when somebody opens it.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  if ((await live.commit()) === (await store.main())) return;
  await live.reach().catch((error: unknown) => {
    // What people can mend is told by the fault.
    if (!(error instanceof Refusal)) console.error(placesOf(error));
  });
}
