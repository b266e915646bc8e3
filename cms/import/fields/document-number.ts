import { type Block, type Paragraph, paragraphsOf } from '../block.ts';
import { fold } from '../fold.ts';
import { brokenNumbersIn, toDocumentNumber } from '../parts/document-number.ts';
import { type Evidence, nothing, owed, type Reading, value } from './evidence.ts';

const HEAD = 12;

/** 发文字号: the line of its own in the head, or what the page claims in whole. */
export function readDocumentNumber({ head, claims, blocks }: Evidence): Reading<string> {
  const claimed = claims.document_number === undefined ? undefined : toDocumentNumber(fold(claims.document_number));
  if (head.document_number && claimed && claimed !== head.document_number)
    return owed(`文头的文号是${head.document_number}，网页信息栏写的是${claimed}。对照原件选定。`);
  const number = head.document_number ?? claimed;
  if (number) return value(number);
  const broken = findBrokenNumber(blocks);
  return broken ? owed(`文号“${broken.text.value}”不完整。对照原件补全填写，再删去正文里的这一行。`) : nothing;
}

/** A line in the head that is a document number and nothing else, but not whole. */
export function findBrokenNumber(blocks: readonly Block[]): Paragraph | undefined {
  const lines = blocks.slice(0, HEAD).flatMap(paragraphsOf);
  return lines.find(
    (line) => line.plain.length < 40 && brokenNumbersIn(line.plain).some((found) => found.to - found.from >= line.plain.trim().length - 2),
  );
}
