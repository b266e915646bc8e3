import type { Paragraph } from '../block.ts';
import { brokenNumbersIn, toDocumentNumber } from './document-number.ts';
import { issuersIn } from './issuer.ts';

const RED_HEAD = /^([\u4e00-\u9fff ]{4,40}) ?文件$/u;

/** The body that a red head names; empty for any other line. */
export function issuerOfRedHead(plain: string): string {
  const name = RED_HEAD.exec(plain)?.[1]?.trim() ?? '';
  return issuersIn(name).length > 0 ? name : '';
}

/** Whether a line is a document number that lost a part. */
export const isBrokenNumber = (plain: string): boolean => plain.length < 40 && brokenNumbersIn(plain).length > 0;

/** Whether two lines are the number of a decree: 云岭县人民政府令 and 第3号. */
export function isDecree(name: Paragraph | undefined, serial: Paragraph | undefined): boolean {
  return (
    name !== undefined &&
    serial !== undefined &&
    /^[\u4e00-\u9fff]{2,18}令$/u.test(name.plain) &&
    toDocumentNumber(name.plain + serial.plain) !== undefined
  );
}

/** Whether a line belongs to the head and is never part of the title. */
export const isOtherHeadLine = (plain: string): boolean =>
  issuersIn(plain).length > 0 || toDocumentNumber(plain) !== undefined || isBrokenNumber(plain) || issuerOfRedHead(plain) !== '';
