/**
 * An office that works without a pause until it is killed: `node busy-office.ts <options as JSON>`. Tells on standard output, one
 * JSON line each, what it has accepted.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Store } from '../../store/store.ts';
import { review } from '../../store/testing/test-office.ts';
import { Workflow } from '../workflow.ts';
import { tell, workWithoutPause } from './work-without-pause.ts';

const { place, seed, ...options } = JSON.parse(process.argv[2] ?? '') as {
  place: string;
  seed: string;
  repository: string;
  key: string;
  host: string;
};
const store = await Store.open({ ...options, review });
const workflow = new Workflow(store, async (commit) => {
  writeFileSync(join(place, 'live.next'), commit);
  renameSync(join(place, 'live.next'), join(place, 'live'));
});
await workflow.recover();
tell({ act: 'ready' });
await workWithoutPause(store, workflow, seed);
