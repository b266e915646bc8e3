import { NUMERAL, toChinese, toNumber } from '../../../../cms/import/numerals.ts';

interface Fault {
  fault: 'gap' | 'repeated' | 'headless';
  start: number;
  end: number;
  words: { last: string; now: string; missing: string };
}

/** What follows where a line begins with the name of an article of another text. */
const REFERENCE = '第|规定|所|的|和|及|或|至|、|，|中|款|项|之规定|以';
/** A line that begins with the number of an article; with 第, or without it where the text was damaged. */
const NUMBERED = `(${NUMERAL}) ?条(?:之[一二三四五六七八九十])?(?:\\*\\*)?`;
const ARTICLE = new RegExp(`^[ \\t　]*(?:#{1,6}[ \\t]*)?(?:\\*\\*)?(?:(第 ?)${NUMBERED}(?!${REFERENCE})|${NUMBERED}(?=[ 　\\t]|$))`, 'gmu');
/** Where a document of its own begins: an annex, or a title of a set of rules. */
const BEGINS = /^[ \t　]*(?:#{1,6}[ \t]*)?(?:\*\*)?(?:附件|附[:：]|附录)/u;

/** Faults in the numbers of the articles of a body, part by part (STD-TXT-11). */
export function articleFaults(body: string): Fault[] {
  const found = [...body.matchAll(ARTICLE)];
  if (found.filter(([, mark]) => mark !== undefined).length < 2) return [];
  const faults: Fault[] = [];
  let [last, at] = [0, 0];
  for (const { 0: line, 1: mark, 2: whole, 3: bare, index } of found) {
    const numeral = whole ?? bare ?? '';
    const number = toNumber(numeral);
    // 第一条 begins anew: a set of rules among others, or an annex.
    if (
      number === 1 ||
      body
        .slice(at, index)
        .split('\n')
        .some((each) => BEGINS.test(each))
    )
      last = number - 1;
    const start = index + line.length - line.trimStart().length;
    const words = { last: nameOf(last), now: nameOf(number), missing: span(last + 1, number - 1) };
    const place = { start, end: index + line.length, words };
    if (mark === undefined) faults.push({ fault: 'headless', ...place, words: { ...words, now: `${numeral}条` } });
    if (number > last + 1 && last > 0) faults.push({ fault: 'gap', ...place });
    if (number <= last) faults.push({ fault: 'repeated', ...place });
    [last, at] = [number, index];
  }
  return faults;
}

const nameOf = (number: number) => `第${toChinese(number)}条`;
const span = (from: number, to: number) => (from === to ? nameOf(from) : `${nameOf(from)}到${nameOf(to)}`);
