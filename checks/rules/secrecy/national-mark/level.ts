/** Space between the characters of a mark, as in `机 密 ★ 1 年`. */
export const GAP = '[ \\t]{0,8}';

/** The same with the dots and dashes that some put between them. */
export const JOINT = '[ \\t·•・.\\-_|]{0,8}';

/** One of the three levels; `商业秘密` and `工作秘密` are other things. */
export const LEVEL = `(?:绝${JOINT}密|机${JOINT}密|(?<!商业|商${GAP}业${GAP}|工作|工${GAP}作${GAP}|企业|技术|个人)秘${JOINT}密)`;

/** The star of a mark and what people or conversions write for it. */
export const STAR = '[★☆*⭐⭑✩✪✫✬✭✮✯✰⋆✱✲✳✶∗٭🌟]';

/** Any signs between level and term: a star that was lost, misread or never known. */
export const SIGNS = '[^\\p{L}\\p{N}\\n□☐]{1,4}';

const COUNT =
  '(?:[\\dlIO](?:[ \\t]?[\\dO])?|[一二三四五六七八九十两半廿卅壹贰叁肆伍拾][ \\t]?[一二三四五六七八九十]?[一二三四五六七八九]?)';

/** How long the secrecy lasts: years, months, days, for ever, to a day, on a condition. */
export const TERM = `(?:${COUNT}${GAP}(?:年|个?${GAP}月|天|日|周)(?!来|前|后|度)|长${GAP}期|永${GAP}久|解密(?:时间|日期|条件)|启用前|启封前|公布前|至?${GAP}(?:19|20)\\d{2}[年.\\-/])`;

/** The same on a condition in free words, which only a star tells from other text: `考试结束前`. */
export const CONDITION = `\\p{Script=Han}{2,10}[前后止]`;

/** The level that a stretch of text names, without its spaces. */
export const toLevel = (text: string): string | undefined => /[绝机秘]密/u.exec(text.replace(/[\s·•・.\-_|]/gu, ''))?.[0];
