import type { Block, Paragraph } from '../block.ts';
import { squash } from '../fold.ts';
import { endsWithKind } from './document-kind.ts';

/** A document within the document: where its title stands and how many lines it takes. */
export interface Part {
  index: number;
  length: number;
}

const LONGEST = 60;

/**
 * Titles of documents that a notice passes on. A line is one when the notice names it in 《》, or when
 * it reads like the title of rules and rules follow. A line on its own proves nothing.
 */
export function findParts(blocks: readonly Block[], title: string): Part[] {
  const opening = blocks.slice(0, 12).map((block) => (block.kind === 'paragraph' ? block.plain : ''));
  const named = new Set(
    [title, ...opening].flatMap((text) => [...squash(text).matchAll(/《([^《》]{4,60})》/gu)].map((match) => match[1]!)),
  );
  const parts: Part[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const length = titleLength(blocks, i, named);
    if (length === 0) continue;
    parts.push({ index: i, length });
    i += length - 1;
  }
  return parts;
}

function titleLength(blocks: readonly Block[], index: number, named: Set<string>): number {
  let joined = '';
  for (let length = 1; length <= 4; length++) {
    const line = paragraphAt(blocks, index + length - 1);
    if (!line || /[。；：，]$/u.test(line.plain)) return 0;
    joined += squash(line.plain);
    if (joined.length > LONGEST) return 0;
    const isNamed = named.has(joined) || named.has(joined.replace(/（[^）]*）$/u, ''));
    if (isNamed) return length + trialLength(blocks, index + length, joined);
    if (
      length === 1 &&
      endsWithKind(joined) &&
      joined.length >= 6 &&
      !/^[（第一二三四五六七八九十\d《]/u.test(joined) &&
      rulesFollow(blocks, index + 1)
    )
      return length + trialLength(blocks, index + length, joined);
    if (![...named].some((name) => name.startsWith(joined))) return 0;
  }
  return 0;
}

const paragraphAt = (blocks: readonly Block[], index: number): Paragraph | undefined =>
  blocks[index]?.kind === 'paragraph' ? blocks[index] : undefined;

function trialLength(blocks: readonly Block[], index: number, joined: string): number {
  return !joined.endsWith('）') && /^（.{2,12}）$/u.test(paragraphAt(blocks, index)?.plain.replaceAll(' ', '') ?? '') ? 1 : 0;
}

function rulesFollow(blocks: readonly Block[], index: number): boolean {
  const next = [0, 1, 2].map((i) => paragraphAt(blocks, index + i)?.plain ?? '');
  return next.some((plain) => /^(?:第一章|第一条|一、|总则)/u.test(plain)) || /^为(?:了|进一步|规范|加强|全面)/u.test(next[0]!);
}
