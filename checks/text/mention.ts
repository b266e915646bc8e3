/** Words before a mark that only speak of one: `例如`, `标注为`, `印有`. */
const TALKS_BEFORE =
  /(?:例如|比如|譬如|诸如|举例|示例|样例|式样|样式|形如|标注|标有|标着|标明|标为|标成|写有|写着|印有|印着|盖有|盖着|注有|字样|类似|称为|所谓|应当标|格式为|写法|错误|正确|[^原]如|像)[::为是“"'(]{0,2}\s*$/u;
/** Words behind a mark that only speak of one: `字样`, `表示`, `的文件`. */
const TALKS_BEHIND =
  /^[\s”"'’)」』》]{0,2}(?:字样|表示|是指|指的是|意思|等字样|等标[志识注]|标[志识注]|的(?:试卷|试题|文件|标[志识]|含义|意思|载体|资料))/u;
/** Ends a passage whose next one is an example. */
const ANNOUNCES = /(?:示例|样例|式样|样式|格式|举例|例如|写法|标注方法|标注规范|填写说明)[^。;]{0,12}$/u;

const QUOTES: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['〈', '〉'],
];

/** A quotation mark farther away belongs to something else; it keeps a hostile text from taking long. */
const FARTHEST = 80;

/** Whether a stretch of text begins in quotation marks, so that the text quotes it. */
export function isQuoted(whole: string, first: number, last: number): boolean {
  const from = Math.max(0, first - FARTHEST);
  const text = whole.slice(from, last + FARTHEST);
  const [start, end] = [first - from, last - from];
  if (text.slice(0, start).trimEnd().endsWith('"') && text.slice(end).trimStart().startsWith('"')) return true;
  return QUOTES.some(([open, close]) => {
    const opened = text.lastIndexOf(open, start);
    return opened >= 0 && text.lastIndexOf(close, start - 1) < opened && text.indexOf(close, start) >= 0;
  });
}

/** Whether the text speaks of a mark instead of bearing one. */
export function isMention(text: string, start: number, end: number): boolean {
  return (
    isQuoted(text, start, end) ||
    TALKS_BEFORE.test(text.slice(Math.max(0, start - 16), start)) ||
    TALKS_BEHIND.test(text.slice(end, end + FARTHEST))
  );
}

/** Whether a passage announces that an example follows. */
export const announcesExample = (text: string): boolean => ANNOUNCES.test(text.slice(-FARTHEST).trim());
