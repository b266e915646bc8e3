import { type Block, paragraph } from '../block.ts';
import { findHardWraps } from '../damage/hard-wraps.ts';
import type { Reading } from '../reading.ts';
import { toText } from '../text.ts';
import { decode } from './encoding.ts';
import { clean } from './white-space.ts';

/** Reads plain text: every line that is not blank is a paragraph. */
export function readText(bytes: Uint8Array): Reading {
  const { text, encoding } = decode(bytes);
  const source = text.replace(/^\ufeff/u, '').replace(/\r\n?|[\f\v\u0085\u2028\u2029]/gu, '\n');
  const blocks: Block[] = [];
  let offset = 0;
  for (const line of source.split('\n')) {
    const cleaned = clean(toText(line, offset));
    if (cleaned.value !== '') blocks.push(paragraph(cleaned));
    offset += line.length + 1;
  }
  return { source, lineWord: '行', encoding, blocks, claims: {}, left: [], found: findHardWraps(blocks), files: [], changes: [] };
}
