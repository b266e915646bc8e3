import { enableCompileCache } from 'node:module';
import type { Task } from './plan.ts';
import type { FromWorker, ToWorker } from './pool.ts';

enableCompileCache();
const { equip } = await import('./equip.ts');
const { work } = await import('./work.ts');

let tools: Awaited<ReturnType<typeof equip>>;
let queue = Promise.resolve();

process.on('disconnect', () => process.exit(1));
process.on('message', (message: ToWorker) => {
  queue = queue.then(async () => {
    try {
      if ('equipment' in message) {
        tools = await equip(message.equipment);
        answer({ ready: true });
      } else answer({ done: await take(message.task) });
    } catch (error) {
      answer({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
});

const take = (task: Task) => work(task, tools.painter, tools.store);
const answer = (message: FromWorker) => process.send?.(message);
