/**
 * An office that works without a pause until it is killed: `node busy-office.ts <options as JSON>`. Tells on standard output, one
 * JSON line each, what it has accepted.
 */
import { renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { SignOff } from '../../../model/type.ts';
import { Store } from '../../store/store.ts';
import { news, personOf, review } from '../../store/testing/test-office.ts';
import { Workflow } from '../workflow.ts';

const { place, seed, ...options } = JSON.parse(process.argv[2] ?? '') as {
  place: string;
  seed: string;
  repository: string;
  key: string;
  host: string;
};
const tell = (what: Record<string, unknown>) => writeSync(1, `${JSON.stringify(what)}\n`);

const store = await Store.open({ ...options, review });
const workflow = new Workflow(store, async (commit) => {
  writeFileSync(join(place, 'live.next'), commit);
  renameSync(join(place, 'live.next'), join(place, 'live'));
});
await workflow.recover();
tell({ act: 'ready' });

/** Three entries are worked on at a time; what a dead office left is gone on with. */
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
