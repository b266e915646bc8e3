import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lexicon } from '../lexicon.ts';

const CHECKS = fileURLToPath(new URL('../', import.meta.url));
const LOCK = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
/** Folders whose files decide nothing about a finding. */
const ASIDE = /^(?:cases|fixtures|fuzz-seeds|labelled|testing|canaries)$/u;

/** Tells judgements apart that other code, other libraries or other word lists made. */
export function versionOf(lexicon: Lexicon): string {
  const hash = createHash('sha256')
    .update(readFileSync(LOCK))
    .update(JSON.stringify([...lexicon]));
  for (const path of filesIn(CHECKS).sort()) hash.update(path.slice(CHECKS.length)).update(readFileSync(path));
  return hash.digest('hex');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    const path = join(folder, item.name);
    if (item.isDirectory()) return ASIDE.test(item.name) ? [] : filesIn(path);
    return /\.(?:ts|yaml)$/u.test(item.name) && !item.name.endsWith('.test.ts') ? [path] : [];
  });
}
