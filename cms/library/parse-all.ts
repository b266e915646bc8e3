import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Parsed, parse, refuse } from './parse.ts';
import type { Source, SourceFile } from './source.ts';

/** Below so many files, starting threads costs more than it saves. */
const FEW = 3000;

/** Reads files, in no particular order; files that have gone meanwhile are left out. */
export async function* parseAll(source: Source, files: readonly SourceFile[]): AsyncGenerator<Parsed> {
  if (files.length < FEW) yield* parseHere(source, files);
  else yield* parseInThreads(source, files);
}

/** Reads files one after the other in this thread. */
export function* parseHere(source: Source, files: readonly SourceFile[]): Generator<Parsed> {
  for (const file of files) if (file.refused) yield refuse(file, file.refused);
  const readable = files.filter(({ refused }) => !refused);
  let index = 0;
  for (const bytes of source.read(readable)) {
    const file = readable[index++]!;
    if (bytes) yield bytes === 'unreadable' ? refuse(file, bytes) : parse(file, bytes);
  }
}

async function* parseInThreads(source: Source, files: readonly SourceFile[]): AsyncGenerator<Parsed> {
  const count = availableParallelism();
  const share = Math.ceil(files.length / count);
  const arrived: Parsed[][] = [];
  let open = count;
  let failure: unknown;
  let wake = () => {};
  const workers = Array.from({ length: count }, (_, n) => {
    const worker = new Worker(new URL('./parse-thread.ts', import.meta.url), {
      workerData: { content: source.content, files: files.slice(n * share, (n + 1) * share) },
    });
    worker.on('message', (batch: Parsed[]) => {
      arrived.push(batch);
      worker.postMessage('more');
      wake();
    });
    worker.on('error', (error) => {
      failure = error;
      wake();
    });
    worker.on('exit', () => {
      open--;
      wake();
    });
    return worker;
  });
  try {
    while (open > 0 || arrived.length > 0) {
      if (failure) throw failure;
      const batch = arrived.shift();
      if (batch) yield* batch;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
    if (failure) throw failure;
  } finally {
    for (const worker of workers) void worker.terminate();
  }
}
