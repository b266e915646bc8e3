import { enableCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Equipment, FromWorker, Job, ToWorker } from './pool.ts';

enableCompileCache();
const { equip } = await import('./equip.ts');
const { Gatherer } = await import('../search/gather.ts');
const { gather, joinGathered } = await import('./gather-pages.ts');
const { work } = await import('./work.ts');

let equipment: Equipment;
let tools: Awaited<ReturnType<typeof equip>> | undefined;
/** What pages of entries hold, for the search index, until that is written down. */
let gatherer = new Gatherer();
let queue = Promise.resolve();

process.on('disconnect', () => process.exit(1));
process.on('message', (message: ToWorker) => {
  queue = queue.then(async () => {
    try {
      if ('equipment' in message) {
        ({ equipment } = message);
        await import(pathToFileURL(equipment.entry).href);
      } else {
        answer({ done: await perform(message.job) });
      }
    } catch (error) {
      answer({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
});

async function perform({ kind, given }: Job): Promise<unknown> {
  if (kind === 'gather') {
    // All pages are made. The index takes much memory, and so do these.
    tools?.library.close();
    tools = undefined;
    const gathered = gatherer;
    gatherer = new Gatherer();
    return gather(gathered, given);
  }
  if (kind === 'join') return joinGathered(given);
  tools ??= await equip(equipment);
  return work(given, tools.painter, tools.store, gatherer);
}

const answer = (message: FromWorker) => process.send?.(message);
