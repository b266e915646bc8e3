import type { Block, Paragraph } from '../block.ts';
import type { Found, Left } from '../reading.ts';
import { isIssuer } from './issuer.ts';

const SUBJECT_WORDS = /^主题词 ?：?/u;
const COPIES = /^（?共印 ?\d* ?份）?[。]?$/u;
const COPIED_TO = /^(?:抄送|抄报|主送|分送) ?：/u;
const PRINTED = /^([\u4e00-\u9fff]{3,30}) ?.{0,30}(?:印发|印)$/u;

/** The lines under a document that its print needs and a page does not (版记), with 主题词 wherever it stands. */
export function readImprint(blocks: readonly Block[]): { blocks: Block[]; imprint: Paragraph[]; left: Left[]; found: Found[] } {
  const lines = blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
  const subject = lines.filter((line) => /^主题词 ?：/u.test(line.plain));
  const end: Paragraph[] = [];
  for (let i = lines.length - 1; i >= 0 && isImprint(lines[i]!.plain); i--) end.unshift(lines[i]!);
  const imprint = lines.filter((line) => subject.includes(line) || end.includes(line));
  const gone = new Set<Block>(imprint);
  return {
    blocks: blocks.filter((block) => !gone.has(block)),
    imprint,
    left: imprint.map((line) => ({
      at: line.text.at[0]!,
      text: line.text.value,
      reason: SUBJECT_WORDS.test(line.plain) ? '主题词，2012年起公文不再标注' : '版记，纸质文件印发用，网页不登',
    })),
    found: subject.map((line) => ({
      at: line.text.at[0]!,
      text: line.text.value,
      message: '主题词从2012年起不再是公文的组成部分，没有带过来。不用补。',
    })),
  };
}

function isImprint(plain: string): boolean {
  if (SUBJECT_WORDS.test(plain) || COPIES.test(plain) || COPIED_TO.test(plain)) return true;
  const printer = PRINTED.exec(plain);
  return printer !== null && plain.length < 60 && isIssuer(printer[1]!.replace(/ .*$/u, ''));
}
