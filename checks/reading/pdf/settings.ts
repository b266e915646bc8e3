import { fileURLToPath } from 'node:url';

const HOME = fileURLToPath(new URL('.', import.meta.resolve('pdfjs-dist/package.json')));

/** How pdf.js reads here: from its own files, never from the network, and without a canvas. */
export const SETTINGS = {
  cMapUrl: `${HOME}cmaps/`,
  cMapPacked: true,
  standardFontDataUrl: `${HOME}standard_fonts/`,
  wasmUrl: `${HOME}wasm/`,
  iccUrl: `${HOME}iccs/`,
  disableFontFace: true,
  fontExtraProperties: true,
  useSystemFonts: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  useWorkerFetch: false,
  stopAtErrors: false,
  enableXfa: true,
  verbosity: 0,
};
