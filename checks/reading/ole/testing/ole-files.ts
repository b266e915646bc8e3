import { readFileSync } from 'node:fs';
import { CFB } from '@e965/xlsx';
import { Budget } from '../../budget.ts';
import type { Reading } from '../../piece.ts';
import { readOle } from '../read-ole.ts';

export const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));

/** What the reader gives, and the files that it would have read in turn. */
export async function readFixture(bytes: Uint8Array, name = 'a.doc'): Promise<Reading & { inner: { name: string; bytes: Uint8Array }[] }> {
  const inner: { name: string; bytes: Uint8Array }[] = [];
  const readInner = async (innerName: string, innerBytes: Uint8Array): Promise<Reading> => {
    inner.push({ name: innerName, bytes: innerBytes });
    return { format: 'unknown', pieces: [], traits: [] };
  };
  return { ...(await readOle({ name, bytes, within: '', level: 0, budget: new Budget(), readInner })), inner };
}

/** A compound file again with other streams put in, by path. */
export function withStreams(bytes: Uint8Array, streams: Record<string, Uint8Array>): Uint8Array {
  const old = CFB.parse(bytes, { type: 'buffer' }) as { FileIndex: { type: number; content: Uint8Array }[]; FullPaths: string[] };
  const made = CFB.utils.cfb_new();
  for (const [i, { type, content }] of old.FileIndex.entries()) {
    const path = old.FullPaths[i]!.replace(/^[^/]*/u, '');
    if (type === 2 && !(path in streams)) CFB.utils.cfb_add(made, path, content);
  }
  for (const [path, content] of Object.entries(streams)) CFB.utils.cfb_add(made, path, content);
  return Uint8Array.from(CFB.write(made, { type: 'array' }) as number[]);
}

/** A stream of a compound file. */
export function streamOf(bytes: Uint8Array, path: string): Uint8Array {
  return Uint8Array.from((CFB.find(CFB.parse(bytes, { type: 'buffer' }), path) as { content: number[] }).content);
}

export const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
