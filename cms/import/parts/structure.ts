import type { Block, Paragraph } from '../block.ts';
import { NUMERAL, toNumber } from '../numerals.ts';
import type { Part } from './annex-titles.ts';

/** A paragraph that begins with the number of an article. */
export interface Article {
  role: 'article';
  line: Paragraph;
  number: number;
  /** Length of 第X条 in the text. */
  label: number;
  /** Whether 第 is there. */
  isWhole: boolean;
}

/** What a block is in its document. */
export type Piece =
  | { role: 'heading'; level: number; lines: Paragraph[]; kind: 'part' | 'chapter' | 'section' | 'other'; number?: number; label?: number }
  | Article
  | { role: 'block'; block: Block };

const CHAPTER = new RegExp(`^第 ?(${NUMERAL}) ?([编章节])(?!的|规定|所|中|第)`, 'u');
const ARTICLE = new RegExp(`^第 ?(${NUMERAL}) ?条(?:之[一二三四五六七八九十])?`, 'u');
const ARTICLE_WITHOUT_DI = new RegExp(`^(${NUMERAL}) ?条 `, 'u');
const REFERENCE = /^(?:第|规定|所|的|和|及|或|至|、|，|中|款|项|之规定)/u;
const ENDS_SENTENCE = /[。；：，！？]$/u;

/** Sorts the blocks of a document into headings, articles and the rest. */
export function toPieces(blocks: readonly Block[], parts: readonly Part[]): Piece[] {
  const starts = [0, ...parts.map((part) => part.index), blocks.length];
  const base = parts.length > 0 ? 3 : 2;
  return starts.slice(0, -1).flatMap((start, i) => {
    const part = parts.find((each) => each.index === start);
    const lines = part ? (blocks.slice(start, start + part.length) as Paragraph[]) : [];
    const rest = blocks.slice(start + lines.length, starts[i + 1]);
    const title: Piece[] = part ? [{ role: 'heading', level: 2, lines, kind: 'part' }] : [];
    return [...title, ...toPartPieces(rest, base)];
  });
}

/** The pieces of one document; its headings begin at level `base`. */
function toPartPieces(blocks: readonly Block[], base: number): Piece[] {
  const lines = blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
  const hasArticles = lines.filter((line) => ARTICLE.test(line.plain)).length >= 2;
  const hasChapters = lines.some((line) => isChapter(line) === '章');
  const depths = depthsOf(lines, hasArticles || hasChapters);
  let last = 0;
  return blocks.map((block): Piece => {
    if (block.kind !== 'paragraph') return { role: 'block', block };
    const chapter = isChapter(block);
    if (chapter) {
      const match = CHAPTER.exec(block.plain)!;
      const level = chapter === '节' && hasChapters ? base + 1 : base;
      return {
        role: 'heading',
        level,
        lines: [block],
        kind: chapter === '节' ? 'section' : 'chapter',
        number: toNumber(match[1]!),
        label: match[0].length,
      };
    }
    const article = hasArticles ? articleAt(block, last) : undefined;
    if (article) {
      last = article.number;
      return article;
    }
    const depth = depths.get(block);
    return depth === undefined
      ? { role: 'block', block }
      : { role: 'heading', level: Math.min(base + depth, 6), lines: [block], kind: 'other' };
  });
}

function isChapter(line: Paragraph): string | undefined {
  const match = CHAPTER.exec(line.plain);
  return match && [...line.plain].length <= 50 && !ENDS_SENTENCE.test(line.plain) ? match[2] : undefined;
}

function articleAt(line: Paragraph, last: number): Article | undefined {
  const whole = ARTICLE.exec(line.plain);
  const match = whole ?? ARTICLE_WITHOUT_DI.exec(line.plain);
  if (!match) return undefined;
  const number = toNumber(match[1]!);
  const after = line.plain.slice(match[0].length);
  // A paragraph may begin by naming an article: 第十五条规定的…. An article's number goes up.
  const isReference = REFERENCE.test(after) || (!whole && number !== last + 1);
  const isNext = number > last && number <= last + 30;
  if (!after.startsWith(' ') && (isReference || !isNext)) return undefined;
  return { role: 'article', line, number, label: match[0].trimEnd().length, isWhole: whole !== null };
}

/** Depth below the base of every heading that is no chapter: by its number, or else as the source has it. */
function depthsOf(lines: readonly Paragraph[], isRules: boolean): Map<Paragraph, number> {
  const found = new Map(
    lines.flatMap((line) => {
      const depth = isChapter(line)
        ? undefined
        : (numberedDepth(line, isRules) ?? (line.heading !== undefined && [...line.plain].length <= 100 ? line.heading + 1 : undefined));
      return depth === undefined ? [] : [[line, depth] as const];
    }),
  );
  const used = [...new Set(found.values())].sort((a, b) => a - b);
  return new Map([...found].map(([line, depth]) => [line, used.indexOf(depth)]));
}

function numberedDepth(line: Paragraph, isRules: boolean): number | undefined {
  if (isRules || line.item || [...line.plain].length > 45 || ENDS_SENTENCE.test(line.plain)) return undefined;
  if (/^[一二三四五六七八九十]{1,3}、./u.test(line.plain)) return 0;
  return /^（[一二三四五六七八九十]{1,3}）./u.test(line.plain) ? 1 : undefined;
}
