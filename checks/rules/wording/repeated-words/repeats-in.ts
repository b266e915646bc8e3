/** Two to four characters that stand twice in a row; 一件一件 and 普查普查员 are right. */
const WORDS = /(?<![一逐每])(?![一二三四五六七八九十逐每某〇零])([\u4e00-\u9fff]{2,4})\1(?![员区办组法队级])/gu;
/** Verbs that may be doubled, sounds, 能不能不, and 2025年度年度报告. */
const DOUBLED =
  /^(?:研究|考虑|商量|讨论|打听|介绍|了解|学习|讨教|请教|锻炼|休息|检查检查|谢谢|哈哈|点点|常常|比比|年度|普查|咣当|哗啦|轰隆|叮当|滴答)|不/u;
const PARTICLES = /的的(?!确)|了了(?![解断却结然])|是是(?!非)|及及(?![时格])|们们|性性(?!质)/gu;

/** Words that were most likely typed twice, in a folded text. */
export function repeatsIn(text: string): { start: number; end: number }[] {
  const words = [...text.matchAll(WORDS)].filter(({ 1: word }) => !DOUBLED.test(word!) && new Set(word).size > 1);
  return [...words, ...text.matchAll(PARTICLES)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
}
