import { brokenNumbersIn } from '../parts/document-number.ts';
import type { Hit } from './hit.ts';

/** Document numbers that lost a bracket, the serial or 号 (STD-DOC-01, STD-DOC-02). */
export const findBrokenNumbers = (plain: string): Hit[] =>
  brokenNumbersIn(plain).map(({ from, to, wrong }) => ({
    from,
    to,
    message: `发文字号不完整：${wrong}。对照原件补全，写成“机关代字〔年份〕顺序号”。`,
  }));
