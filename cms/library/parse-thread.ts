import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { type Content, toSource } from './content.ts';
import type { Parsed } from './parse.ts';
import { parseHere } from './parse-all.ts';
import type { SourceFile } from './source.ts';

/** Files in one message. */
const BATCH = 200;
/** Messages sent ahead of being taken, which bounds the memory of what is under way. */
const AHEAD = 8;

const { content, files } = workerData as { content: Content; files: SourceFile[] };
const port = parentPort!;
let under = 0;
port.on('message', () => under--);

let batch: Parsed[] = [];
for (const parsed of parseHere(toSource(content), files)) {
  batch.push(parsed);
  if (batch.length < BATCH) continue;
  port.postMessage(batch);
  batch = [];
  if (++under >= AHEAD) await once(port, 'message');
}
if (batch.length > 0) port.postMessage(batch);
port.close();
