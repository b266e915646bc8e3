import { type Hit, hits } from './hit.ts';

const GROWTH = /(?:增长|增加|提高|上升|达到?|完成|超过|超额|增幅|同比|环比|翻)[^，。；]{0,8}$/u;

/** Ranges whose dash is lost: 510% for 5%—10%, 20112015年 for 2011—2015年 (STD-TXT-11). */
export function findLostDashes(plain: string): Hit[] {
  const shares = hits(plain, /(?<![\d.])\d{3,4}[%％]/gu, (match) => {
    const digits = match[0].slice(0, -1);
    if (digits.length === 3 && GROWTH.test(plain.slice(0, match.index))) return undefined;
    const ranges = rangesIn(digits);
    return ranges.length > 0 ? `百分比“${match[0]}”多半少了连接号，可能是${ranges.join('，也可能是')}。对照原件补上。` : undefined;
  });
  const years = hits(plain, /(?<!\d)((?:19|20)\d{2})((?:19|20)\d{2}) ?年/gu, ([, from, to]) =>
    Number(from) < Number(to) ? `年份中间少了连接号，可能是${from}—${to}年。对照原件补上。` : undefined,
  );
  return [...shares, ...years];
}

/** The two shares that digits could have been. A range as wide as 1%—50% is no range people write. */
function rangesIn(digits: string): string[] {
  const cuts = digits.length === 3 ? [1, 2] : [1, 2, 3];
  return cuts.flatMap((cut) => {
    const [low, high] = [digits.slice(0, cut), digits.slice(cut)];
    const isRange = !high.startsWith('0') && Number(low) < Number(high) && Number(high) <= 100 && Number(high) <= Number(low) * 6;
    return isRange ? [`${low}%—${high}%`] : [];
  });
}
