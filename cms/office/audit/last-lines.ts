import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { type AuditLine, readLine } from './line.ts';

/** Bytes of the end of a log that hold more lines than anybody looks at. */
const END = 128 * 1024;

/** The last lines of a log, the newest first, without those that are not whole. */
export function lastLines(path: string, count: number): AuditLine[] {
  if (!existsSync(path)) return [];
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, END));
    readSync(file, bytes, 0, bytes.length, size - bytes.length);
    const lines = bytes.toString('utf8').split('\n').reverse();
    return lines
      .map(readLine)
      .filter((line) => line !== undefined)
      .slice(0, count);
  } finally {
    closeSync(file);
  }
}

/** The last lines of a log that are asked for, the newest first, and how many there are. The whole log is read. */
export function linesAsked(path: string, count: number, keep: (line: AuditLine) => boolean): { lines: AuditLine[]; total: number } {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const kept = text
    .split('\n')
    .map(readLine)
    .filter((line) => line !== undefined && keep(line)) as AuditLine[];
  return { lines: kept.slice(-count).reverse(), total: kept.length };
}
