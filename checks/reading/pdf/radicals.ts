/**
 * Characters that fonts map to radicals instead, so that a PDF made with them says ⺠ where 民 is printed. Only those of the
 * block “CJK Radicals Supplement” that print a whole character; the Kangxi radicals fold by NFKC.
 * Source: Unicode Character Database, EquivalentUnifiedIdeograph.txt.
 */
const SUPPLEMENT: Record<string, string> = {
  '⺠': '民',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻪': '黾',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
};

/** The text with radicals as the characters that they print. */
export function foldRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/gu, (radical) => SUPPLEMENT[radical] ?? radical.normalize('NFKC'));
}
