/** Runs the models in a thread of its own, as reading a page takes seconds in which nothing else could run. */
import { parentPort } from 'node:worker_threads';
import { Model } from './model.ts';
import { toTexts } from './order-lines.ts';
import { toPaleLayer } from './pale-layer.ts';
import type { Pixels } from './pixels.ts';
import { readLines } from './read-lines.ts';
import { toRedLayer } from './red-layer.ts';

/** The same picture three times: to read in, to find lines in, and grey to find a watermark in. */
export interface Prepared {
  full: Pixels;
  reduced: Pixels;
  grey: Pixels;
}

/** A watermark or stamp must be read more surely than print, and have that many characters. */
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
  const pale = await readLayer(toPaleLayer(grey), (text) => texts.some((other) => other.includes(text)));
  // A stamp is also read as the end of a line of print that it lies across.
  const red = await readLayer(toRedLayer(reduced), (text) => texts.includes(text));
  return [...texts, ...pale, ...red];
}

/** What a layer of the picture says that was not read before. */
async function readLayer(layer: Pixels | null, isKnown: (text: string) => boolean): Promise<string[]> {
  if (!layer) return [];
  const marks = await readLines(await model!, layer, layer);
  return marks.filter(({ text, sureness }) => sureness >= SURE && text.length >= LEAST_LENGTH && !isKnown(text)).map(({ text }) => text);
}
