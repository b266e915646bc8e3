import { ZERO_WIDTH } from '../read/white-space.ts';
import type { Found } from '../reading.ts';

const ODD: [pattern: RegExp, name: string, done: string][] = [
  [/\u00a0|&nbsp;|&#160;/gu, '不间断空格', '按普通空格处理'],
  [new RegExp(ZERO_WIDTH, 'gu'), '看不见的零宽字符', '已经去掉'],
];

/** White space that nobody meant, counted over the whole source (STD-TXT-14). */
export function findOddSpace(source: string): Found[] {
  return ODD.flatMap(([pattern, name, done]) => {
    const matches = [...source.matchAll(pattern)];
    return matches.length > 0
      ? [{ at: matches[0]!.index, text: '', message: `${name}共 ${matches.length} 处（这里是第一处），${done}。不用改。` }]
      : [];
  });
}
