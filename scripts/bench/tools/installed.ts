import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Version of an installed npm package; undefined when it is not there. */
export function readVersion(folder: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
  } catch {
    return undefined;
  }
}
