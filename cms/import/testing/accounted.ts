import type { Dropped, Imported } from '../imported.ts';
import { bare, textOfBody } from './body-text.ts';

/** What of a source should be in the body, and what is: equal when every character is accounted for. */
export function account(source: string, imported: Imported): { expected: string; actual: string } {
  const lines = source.replace(/\r\n?/gu, '\n').split('\n').map(bare);
  for (const dropped of imported.dropped) lines[dropped.line - 1] = without(lines[dropped.line - 1] ?? '', dropped);
  return { expected: lines.join(''), actual: textOfBody(imported.body) };
}

function without(line: string, { text, line: number }: Dropped): string {
  const gone = bare(text);
  if (!line.includes(gone)) throw new Error(`第${number}行没有“${text}”`);
  return line.replace(gone, '');
}
