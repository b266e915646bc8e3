import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';

/** Where a command keeps what it knows of a folder or repository. @param kind what it keeps */
export const stateFor = (kind: 'checks' | 'reviews', place: string): string =>
  join('.gongkai', kind, createHash('sha256').update(realpathSync(place)).digest('hex').slice(0, 12));
