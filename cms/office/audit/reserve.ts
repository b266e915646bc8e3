import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditLine } from './line.ts';

/** In bytes: more than a thousand lines. */
const SIZE = 256 * 1024;

/** A line that the log could not take; where it will stand there is not known yet. */
export type Owed = Omit<AuditLine, 'before'>;

/**
 * Room for lines that the log cannot take. It is taken on the disk beforehand and written over in place, which a full disk lets one
 * do, so that nothing that was done goes unrecorded even if the office dies before the log can be written again.
 */
export class Reserve {
  readonly #path: string;

  constructor(state: string) {
    this.#path = join(state, 'audit-reserve');
    if (!existsSync(this.#path)) this.clear();
  }

  /** Oldest first. */
  lines(): Owed[] {
    const text = existsSync(this.#path) ? this.#text() : '';
    return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as Owed);
  }

  /** @throws when there is no room left, or the disk is gone */
  put(owed: Owed): void {
    const text = this.#text();
    const line = Buffer.from(`${text === '' ? '' : '\n'}${JSON.stringify(owed)}`);
    const at = Buffer.byteLength(text);
    if (at + line.length > SIZE) throw new Error('the reserve of the audit log is full');
    const file = openSync(this.#path, 'r+');
    try {
      writeSync(file, line, 0, line.length, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  clear(): void {
    writeFileSync(this.#path, Buffer.alloc(SIZE), { mode: 0o600, flag: existsSync(this.#path) ? 'r+' : 'w' });
  }

  /** What is written before the room that is free. */
  #text(): string {
    const bytes = readFileSync(this.#path);
    const end = bytes.indexOf(0);
    return bytes.subarray(0, end < 0 ? bytes.length : end).toString('utf8');
  }
}
