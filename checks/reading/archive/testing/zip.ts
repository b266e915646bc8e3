import { type ZipOptions, type Zippable, zipSync } from 'fflate';

/** A zip has the clock of the wall in it, so this is built from local parts. */
const WHEN = new Date(2026, 2, 9, 8, 30, 0);

/** A zip that has the same bytes whenever it is made. */
export const zip = (parts: Zippable, options: ZipOptions = {}): Uint8Array<ArrayBuffer> => zipSync(parts, { mtime: WHEN, ...options });
