/** Runs the models in a thread of its own, as reading a page takes seconds in which nothing else could run. */
import { parentPort } from 'node:worker_threads';
import { Model } from './model.ts';
import { toTexts } from './order-lines.ts';
import { toPaleLayer } from './pale-layer.ts';
import type { Pixels } from './pixels.ts';
import { readLines } from './read-lines.ts';

/** The same picture three times: to read in, to find lines in, and grey to find a watermark in. */
export interface Prepared {
  full: Pixels;
  reduced: Pixels;
  grey: Pixels;
}

/** A watermark must be read more surely than print, and have that many characters. */
const SURE = 0.7;
const LEAST_LENGTH = 2;

let model: Promise<Model> | undefined;

parentPort!.on('message', async ({ full, reduced, grey }: Prepared) => {
  try {
    parentPort!.postMessage({ texts: await readTexts(full, reduced, grey) });
  } catch {
    parentPort!.postMessage({ texts: null });
  }
});

async function readTexts(full: Pixels, reduced: Pixels, grey: Pixels): Promise<string[]> {
  model ??= Model.load();
  const texts = toTexts(await readLines(await model, full, reduced));
  const pale = toPaleLayer(grey);
  if (!pale) return texts;
  const marks = await readLines(await model, pale, pale);
  const fresh = marks.filter(
    ({ text, sureness }) => sureness >= SURE && text.length >= LEAST_LENGTH && !texts.some((other) => other.includes(text)),
  );
  return [...texts, ...fresh.map(({ text }) => text)];
}
