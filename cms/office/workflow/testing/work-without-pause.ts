import { writeSync } from 'node:fs';
import type { SignOff } from '../../../model/type.ts';
import type { Store } from '../../store/store.ts';
import { news, personOf } from '../../store/testing/test-office.ts';
import type { Workflow } from '../workflow.ts';

/** Tells on standard output, a JSON line each, what an office has accepted. */
export const tell = (what: Record<string, unknown>) => writeSync(1, `${JSON.stringify(what)}\n`);

/** Works at three entries at a time until the process is killed, and tells what is accepted; what a dead office left is gone on with. */
export async function workWithoutPause(store: Store, workflow: Workflow, seed: string) {
  const left = await store.drafts();
  await Promise.all([0, 1, 2].map((nth) => work(left[nth]?.folder ?? store.newFolder('school', 'news'))));

  /** What people do with one entry after the other, from the first save to publication. */
  async function work(begun: string) {
    for (let folder = begun; ; ) {
      const draft = await store.draft(folder);
      const progress = draft && (await workflow.progress(draft));
      const asked = { folder, version: draft?.version ?? '' };
      const saves = draft?.acts.filter(({ kind }) => kind === 'save').length ?? 0;
      if (!progress || (saves < 3 && progress.state === 'draft')) {
        const person = await personOf(store, saves % 2 === 0 ? 'school-editor' : 'school-editor2');
        const title = `${seed} ${folder} ${saves}`;
        const files = [
          { name: 'index.md', bytes: news(title) },
          { name: 'a.txt', bytes: Buffer.from(title) },
        ];
        const { draft: saved } = await store.save(person, { folder, version: asked.version, files });
        tell({ act: 'save', folder, version: saved.version });
      } else if (progress.state === 'draft') {
        const submitted = await workflow.submit(await personOf(store, 'school-editor'), asked);
        tell({ act: 'submit', folder, version: submitted.version });
      } else {
        const role = progress.owed[0] as SignOff;
        const { published } = await workflow.sign(await personOf(store, `school-${role}`), asked, role);
        if (!published) continue;
        tell({ act: 'publish', ...published });
        folder = store.newFolder('school', 'news');
      }
    }
  }
}
