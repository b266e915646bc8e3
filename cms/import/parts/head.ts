import type { Block, Paragraph } from '../block.ts';
import { squash } from '../fold.ts';
import type { Left } from '../reading.ts';
import { quote, type Text } from '../text.ts';
import { endsWithKind } from './document-kind.ts';
import { brokenNumbersIn, toDocumentNumber } from './document-number.ts';
import { issuersIn } from './issuer.ts';

/** What stands above the first sentence of a document, read by the layout of GB/T 9704. */
export interface Head {
  title?: string;
  /** Bodies named above the title. */
  issuers: string[];
  /** The body whose name the red head bears. */
  redHead?: string;
  document_number?: string;
  left: Left[];
  /** The document's blocks without those that went into fields. */
  blocks: Block[];
}

/** Why the lines of the title are not in the body. */
export const TITLE_TAKEN = '填进了“标题”';
const LINES = 20;
const RED_HEAD = /^([\u4e00-\u9fff ]{4,40}) ?文件$/u;
const DECREE = /^[\u4e00-\u9fff]{2,18}令$/u;
const BEGINS_TEXT = /^第.{1,5}[章节条编]|^[一二三四五六七八九十]{1,3}、|^（[一二三四五六七八九十]{1,3}）|[。；：]$/u;

/** Reads the head of a document; `claimed` is the title by which the page goes. */
export function readHead(blocks: readonly Block[], claimed: string | undefined): Head {
  const head = scan(blocks, claimed);
  // A decree without a title of its own goes by its number.
  if (head.title === undefined && claimed === undefined && head.document_number?.includes('令'))
    return { ...head, title: head.document_number };
  if (head.title !== undefined) return withIssuers(head);
  return claimed === undefined ? { issuers: [], left: [], blocks: [...blocks] } : scan(blocks, claimed, claimed);
}

/** Goes down the lines as long as they are a head's; with a title that is known already, after it. */
function scan(blocks: readonly Block[], claimed: string | undefined, title?: string): Head {
  const head: Head = { title, issuers: [], left: [], blocks: [...blocks] };
  const lines = blocks.slice(0, LINES);
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!;
    if (line.kind !== 'paragraph') break;
    const words = line.plain.trim();
    const decree = decreeAt(lines, i);
    if (decree && !head.document_number) {
      head.document_number = decree;
      take(head, lines.slice(i, i + 2) as Paragraph[], '填进了“发文字号”');
      i += 2;
      continue;
    }
    const titleLength = head.title === undefined ? titleAt(lines, i, claimed) : 0;
    if (titleLength > 0) {
      const taken = lines.slice(i, i + titleLength) as Paragraph[];
      head.title = toTitle(taken.map((part) => part.text));
      take(head, taken, TITLE_TAKEN);
      i += titleLength;
      continue;
    }
    const number = toDocumentNumber(words);
    if (head.title !== undefined && sameTitle(words, head.title)) take(head, [line], '和标题重复');
    else if (number && !head.document_number) {
      head.document_number = number;
      take(head, [line], '填进了“发文字号”');
    } else if (head.title === undefined && isRedHead(words)) {
      head.redHead = RED_HEAD.exec(words)![1]!.trim();
      take(head, [line], '文件的红头，用来填写“发文机关”');
    } else if (head.title === undefined && issuersIn(words).length > 0) {
      head.issuers.push(...line.text.value.trim().split(/[ 、]+/u));
      take(head, [line], '填进了“发文机关”');
    } else if (head.title !== undefined || !isBrokenNumber(words)) break;
    i++;
  }
  return head;
}

/** The number of a decree, set on two lines: 云岭县人民政府令 and 第3号. */
function decreeAt(lines: readonly Block[], i: number): string | undefined {
  const [name, serial] = [lines[i], lines[i + 1]];
  return isParagraph(name) && isParagraph(serial) && DECREE.test(name.plain) ? toDocumentNumber(name.plain + serial.plain) : undefined;
}

const isParagraph = (block: Block | undefined): block is Paragraph => block?.kind === 'paragraph';
const isRedHead = (words: string) => issuersIn(RED_HEAD.exec(words)?.[1] ?? '').length > 0;
const isBrokenNumber = (words: string) => words.length < 40 && brokenNumbersIn(words).length > 0;
const sameTitle = (words: string, title: string) =>
  squash(words) === squash(title) || (squash(words).length > 5 && squash(title).endsWith(squash(words)) && endsWithKind(words));

/** How many lines from `i` on make up the title; 0 when it does not begin there. */
function titleAt(lines: readonly Block[], i: number, claimed: string | undefined): number {
  const wanted = claimed === undefined ? undefined : squash(claimed);
  let joined = '';
  for (let length = 1; length <= 6; length++) {
    const line = lines[i + length - 1];
    if (!isParagraph(line) || [...line.plain].length > 90) return 0;
    if (isOtherHeadLine(line.plain.trim())) return 0;
    joined += squash(line.plain);
    if (wanted !== undefined && (joined === wanted || (joined.endsWith(wanted) && issuersIn(joined.slice(0, -wanted.length)).length > 0)))
      return withTrial(lines, i, length);
    if (wanted?.startsWith(joined)) continue;
    if (length === 1 && BEGINS_TEXT.test(line.plain)) return 0;
    if (BEGINS_TEXT.test(line.plain) || joined.length > 120) return 0;
    if (length === 1 && i === 0 && wanted === undefined && isHeadline(line, lines[1])) return 1;
    if (endsWithKind(joined) && isBalanced(joined) && joined.length >= 6) return withTrial(lines, i, length);
  }
  return 0;
}

/** A line of the head that is never part of the title. */
const isOtherHeadLine = (words: string) =>
  issuersIn(words).length > 0 || toDocumentNumber(words) !== undefined || isBrokenNumber(words) || isRedHead(words);

/** A first line on its own, short and no sentence, over a text: what news has for a title. */
function isHeadline(line: Paragraph, next: Block | undefined): boolean {
  return (
    !endsWithKind(line.plain) &&
    [...line.plain].length <= 60 &&
    isParagraph(next) &&
    /[。：！？；]$/u.test(next.plain) &&
    [...next.plain].length > 20 &&
    issuersIn(line.plain).length === 0 &&
    !isBrokenNumber(line.plain)
  );
}

/** A line that says （试行） or the like under a title belongs to it. */
function withTrial(lines: readonly Block[], i: number, length: number): number {
  const next = lines[i + length];
  return isParagraph(next) && /^（(?:试行|暂行|修订|征求意见稿|草案|\d{4}年.{0,6})）$/u.test(next.plain.replaceAll(' ', ''))
    ? length + 1
    : length;
}

const isBalanced = (text: string) => count(text, '《') === count(text, '》') && count(text, '（') === count(text, '）');
const count = (text: string, character: string) => text.split(character).length - 1;

/** The lines of a title as one; where layout broke it between Chinese characters no space stays. */
export function toTitle(lines: readonly Text[]): string {
  return lines
    .flatMap((line) => line.value.split('\n'))
    .reduce((title, line) => title + (/[A-Za-z0-9]$/u.test(title) && /^[A-Za-z0-9]/u.test(line) ? ' ' : '') + line, '');
}

/** Above 关于 stands the name of who speaks: it is the title's first line. */
function withIssuers(head: Head): Head {
  if (head.title?.startsWith('关于') && head.issuers.length > 0) return { ...head, title: head.issuers.join(' ') + head.title };
  return head;
}

function take(head: Head, lines: readonly Paragraph[], reason: string): void {
  const gone = new Set<Block>(lines);
  head.blocks = head.blocks.filter((block) => !gone.has(block));
  head.left.push(...lines.map((line) => ({ ...quote(line.text), reason })));
}
