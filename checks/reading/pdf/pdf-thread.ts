/** Runs pdf.js in a thread of its own, so that what a hostile file makes it do can be ended from outside. */
import { parentPort } from 'node:worker_threads';
import { getDocument, type PDFDocumentLoadingTask, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readAbout } from './about.ts';
import type { Calls } from './calls.ts';
import { readPage } from './page-about.ts';
import { SETTINGS } from './settings.ts';

let task: PDFDocumentLoadingTask | undefined;
let document: PDFDocumentProxy | undefined;

const calls: Calls = {
  async open(bytes) {
    await calls.close();
    task = getDocument({ ...SETTINGS, data: bytes });
    document = await task.promise;
    return readAbout(document);
  },
  page: (number, withPictures) => readPage(document!, number, withPictures),
  attachment: async (id) => (await document!.getAttachmentContent(id)) as Uint8Array | null,
  async close() {
    await task?.destroy();
    task = undefined;
    document = undefined;
  },
};

parentPort!.on('message', async ({ call, args }: { call: keyof Calls; args: never[] }) => {
  try {
    const result = await (calls[call] as (...values: never[]) => Promise<unknown>)(...args);
    parentPort!.postMessage({ result }, toBuffers(result));
  } catch (error) {
    // Only the name: a message of pdf.js may quote the file.
    parentPort!.postMessage({ error: error instanceof Error ? error.name : 'Error' });
  }
});

/** Memory of pictures, which is handed over instead of copied. */
function toBuffers(result: unknown): ArrayBuffer[] {
  const { pictures = [] } = (result ?? {}) as { pictures?: { data: Uint8Array<ArrayBuffer> }[] };
  return pictures.map(({ data }) => data.buffer);
}
