import { enableCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Equipment, FromWorker, ToWorker } from './pool.ts';

enableCompileCache();
const { equip } = await import('./equip.ts');
const { work } = await import('./work.ts');

let equipment: Equipment;
let tools: Awaited<ReturnType<typeof equip>> | undefined;
let queue = Promise.resolve();

process.on('disconnect', () => process.exit(1));
process.on('message', (message: ToWorker) => {
  queue = queue.then(async () => {
    try {
      if ('equipment' in message) {
        ({ equipment } = message);
        await import(pathToFileURL(equipment.entry).href);
      } else {
        tools ??= await equip(equipment);
        answer({ done: await work(message.task, tools.painter, tools.store) });
      }
    } catch (error) {
      answer({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
});

const answer = (message: FromWorker) => process.send?.(message);
