import { type Hit, hits } from './hit.ts';

const BAD: [pattern: RegExp, message: string][] = [
  [/\ufffd+/gu, '有认不出的字符（�），原来的字已经丢了。对照原件补上。'],
  [/[\ue000-\uf8ff\u{f0000}-\u{10ffff}]+/gu, '有自造字，换一台电脑就显示不出来。对照原件换成标准汉字。'],
  [/[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]+/gu, '有不能显示的控制字符，多半是转换出错。对照原件核对。'],
  [/[\u2e80-\u2fdf\uf900-\ufaff]+/gu, '有部首或者兼容字符，样子像汉字，检索不到。换成普通汉字。'],
  [/锟斤拷|烫烫烫|屯屯屯|锘縿?|ï»¿|â€[œ\u009d™“”]/gu, '有乱码，是编码转换出的错。对照原件补上。'],
];

/** Characters that cannot be what the document says (STD-TXT-14). Looks at the text itself, not folded. */
export const findBadCharacters = (value: string): Hit[] => BAD.flatMap(([pattern, message]) => hits(value, pattern, message));
