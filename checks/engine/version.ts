import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lexicon } from '../lexicon.ts';

const CHECKS = fileURLToPath(new URL('../', import.meta.url));
const LOCK = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
/** Folders whose files decide nothing about a finding. */
const ASIDE = /(?:^|\/)(?:cases|fixtures|fuzz-seeds|labelled|testing|node_modules)(?:\/|$)/u;

/** Tells judgements apart that other code, other libraries or other word lists made. */
export function versionOf(lexicon: Lexicon): string {
  const hash = createHash('sha256')
    .update(readFileSync(LOCK))
    .update(JSON.stringify([...lexicon]));
  const names = readdirSync(CHECKS, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !ASIDE.test(name) && /\.(?:ts|yaml)$/u.test(name),
  );
  for (const name of names.sort()) if (!name.endsWith('.test.ts')) hash.update(name).update(readFileSync(join(CHECKS, name)));
  return hash.digest('hex');
}
