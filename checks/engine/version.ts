import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lexicon } from '../lexicon.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Folders without code that a check runs. */
const ASIDE = /^(?:bench|canaries|cases|fixtures|fuzz-seeds|labelled|office|testing)$/u;

/** Set where this code runs compiled (`scripts/compiled.ts`), for the code it was compiled from. */
declare const COMPILED_VERSION: string | undefined;
declare const COMPILED_READING: string | undefined;

/** Tells judgements apart that other code, other libraries or other word lists made. */
export function versionOf(lexicon: Lexicon): string {
  const code = typeof COMPILED_VERSION === 'string' ? COMPILED_VERSION : codeVersion();
  return createHash('sha256')
    .update(code)
    .update(JSON.stringify([...lexicon]))
    .digest('hex');
}

/** Hash of everything that decides about what is read of a file. */
export function readingVersion(): string {
  return typeof COMPILED_READING === 'string' ? COMPILED_READING : hashOf(codeIn(join(ROOT, 'checks/reading')));
}

/** Hash of everything that decides about a finding, other than the word lists. */
export function codeVersion(): string {
  return hashOf(['checks', 'cms'].flatMap((layer) => codeIn(join(ROOT, layer))));
}

function hashOf(files: string[]): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  for (const path of files.sort()) hash.update(path.slice(ROOT.length)).update(readFileSync(path));
  return hash.digest('hex');
}

/** Paths of the code below a folder that a check may run, and of the data that the code is made with. */
export function codeIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    const path = join(folder, item.name);
    if (item.isDirectory()) return ASIDE.test(item.name) ? [] : codeIn(path);
    return /\.(?:ts|yaml)$/u.test(item.name) && !item.name.endsWith('.test.ts') ? [path] : [];
  });
}
