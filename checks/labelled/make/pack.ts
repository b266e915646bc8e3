import { zipSync } from 'fflate';

/** ZIP keeps the wall clock, so this is built from local parts. */
const WHEN = new Date(2026, 2, 9, 8, 30, 0);

/** A ZIP of named parts, in the order given. */
export function pack(parts: Record<string, string | Uint8Array>): Uint8Array {
  const encoder = new TextEncoder();
  const entries = Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? encoder.encode(part) : part]);
  return zipSync(Object.fromEntries(entries), { mtime: WHEN, level: 6 });
}
