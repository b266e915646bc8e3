import { readFileSync } from 'node:fs';

/** A document of LibreOffice with a word in every place that can hold one. */
export const everyPlace = (): Uint8Array => new Uint8Array(readFileSync(new URL('../ole/fixtures/all.doc', import.meta.url)));
