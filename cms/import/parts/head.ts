import type { Block, Paragraph } from '../block.ts';
import { squash } from '../fold.ts';
import type { Left } from '../reading.ts';
import { quote } from '../text.ts';
import { endsWithKind } from './document-kind.ts';
import { toDocumentNumber } from './document-number.ts';
import { isBrokenNumber, isDecree, issuerOfRedHead } from './head-lines.ts';
import { countTitleLines, toTitle } from './head-title.ts';
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
const NUMBER_TAKEN = '填进了“发文字号”';
const ISSUER_TAKEN = '填进了“发文机关”';
const RED_HEAD_TAKEN = '文件的红头，用来填写“发文机关”';
const LINES = 20;
/** Copy number, urgency and signer, which only the print needs. */
const EXTRA = /^(?:\d{6}|特急|加急|平急|特提|签发人 ?：.{0,20})$/u;

/** Reads the head of a document; `claimed` is the title by which the page goes. */
export function readHead(blocks: readonly Block[], claimed: string | undefined): Head {
  const head = scan(blocks, claimed);
  if (head.title !== undefined) return withIssuers(head);
  if (claimed !== undefined) return scan(blocks, claimed, claimed);
  // A decree without a title of its own goes by its number.
  if (head.document_number?.includes('令')) return { ...head, title: head.document_number };
  return head.document_number || head.redHead ? head : { issuers: [], left: [], blocks: [...blocks] };
}

/** Goes down the lines as long as they are a head's; with a title that is known already, after it. */
function scan(blocks: readonly Block[], claimed: string | undefined, title?: string): Head {
  const head: Head = { title, issuers: [], left: [], blocks: [...blocks] };
  const lines = blocks.slice(0, LINES).filter((block) => block.kind === 'paragraph');
  for (let i = 0; i < lines.length; ) {
    const taken = readLine(head, lines.slice(i), i === 0, claimed);
    if (taken) take(head, lines.slice(i, i + taken.lines), taken.reason);
    else if (head.title !== undefined || !isBrokenNumber(lines[i]!.plain)) break;
    i += taken?.lines ?? 1;
  }
  return head;
}

/** What the first of these lines gives to the head, how many lines it takes, and why they are not in the body. */
function readLine(
  head: Head,
  lines: readonly Paragraph[],
  isFirst: boolean,
  claimed: string | undefined,
): { lines: number; reason: string } | undefined {
  const { plain, text } = lines[0]!;
  if (!head.document_number && isDecree(lines[0], lines[1])) {
    head.document_number = toDocumentNumber(plain + lines[1]!.plain);
    return { lines: 2, reason: NUMBER_TAKEN };
  }
  const titleLines = head.title === undefined ? countTitleLines(lines, isFirst, claimed) : 0;
  if (titleLines > 0) {
    head.title = toTitle(lines.slice(0, titleLines).map((line) => line.text));
    return { lines: titleLines, reason: TITLE_TAKEN };
  }
  if (head.title !== undefined && isSameTitle(plain, head.title)) return { lines: 1, reason: '和标题重复' };
  const number = toDocumentNumber(plain.replace(/ 签发人：.*$/u, ''));
  if (number && !head.document_number) {
    head.document_number = number;
    return { lines: 1, reason: NUMBER_TAKEN };
  }
  if (EXTRA.test(plain)) return { lines: 1, reason: '文头的份号、紧急程度、签发人，网页不登' };
  if (head.title !== undefined) return undefined;
  const redHead = plain === '文件' ? head.issuers.splice(0).join(' ') : issuerOfRedHead(plain);
  if (redHead) {
    head.redHead = redHead;
    return { lines: 1, reason: RED_HEAD_TAKEN };
  }
  if (issuersIn(plain).length === 0) return undefined;
  head.issuers.push(...text.value.split(/[ 、]+/u));
  return { lines: 1, reason: ISSUER_TAKEN };
}

const isSameTitle = (words: string, title: string) =>
  squash(words) === squash(title) || (squash(words).length > 5 && squash(title).endsWith(squash(words)) && endsWithKind(words));

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
