import { type Hit, hits } from './hit.ts';

const PAIRS: Record<string, string> = { '（': '）', '〔': '〕', '《': '》', '“': '”', '【': '】', '‘': '’' };
const OPENERS: Record<string, string> = Object.fromEntries(Object.entries(PAIRS).map(([opener, closer]) => [closer, opener]));

/** Marks that are doubled, orphaned or not closed (STD-TXT-10). */
export function findPunctuation(plain: string): Hit[] {
  return [
    ...hits(
      plain,
      /[，、；：。！？]*(?:([，、；：。])\1|[，、；：][，、；。]|。[，、；：])[，、；：。]*/gu,
      ([marks]) => `标点“${marks}”连在一起，中间多半少了字。对照原件补上。`,
    ),
    ...hits(plain, /.{0,4}、的(?!士|确)/gu, '“、”后面少了字。对照原件补上。'),
    ...hits(plain, /^[，、；：。！？）》〕”’].{0,6}/gu, '段落以标点开头，前面多半少了字，或者断错了段。对照原件核对。'),
    ...hits(plain, /[（《〔“‘][，、；：。]/gu, '括号或者引号后面紧跟着标点，中间多半少了字。对照原件补上。'),
    ...hits(plain, /[，、；：][）》〕]|、[”’]/gu, '标点后面就收了括号或者引号，中间多半少了字。对照原件补上。'),
    ...hits(plain, /(?:“”|《》|（ ?）|〔〕|【】|‘’)+/gu, '括号或者引号里面是空的。对照原件补上。'),
    ...findUnclosed(plain),
  ];
}

function findUnclosed(plain: string): Hit[] {
  const open = new Map(Object.keys(PAIRS).map((mark): [string, number[]] => [mark, []]));
  const alone: Hit[] = [];
  for (let i = 0; i < plain.length; i++) {
    const mark = plain[i]!;
    open.get(mark)?.push(i);
    const opener = OPENERS[mark];
    if (opener === undefined || open.get(opener)!.pop() !== undefined) continue;
    // 1） and 一） number a list; ’ may be an apostrophe.
    if (mark !== '’' && !/^[\d一二三四五六七八九十]{1,3}）/u.test(plain.slice(0, Math.min(i + 1, 5))))
      alone.push(around(plain, i, `“${mark}”前面没有对应的另一半。对照原件补上。`));
  }
  // Those that stand side by side are told once.
  const unclosed = [...open].flatMap(([mark, indexes]) =>
    indexes
      .filter((index, nth) => index !== indexes[nth - 1]! + 1)
      .map((index) => around(plain, index, `“${mark}”没有收尾，少了“${PAIRS[mark]}”。对照原件补上。`)),
  );
  return [...alone, ...unclosed];
}

const around = (plain: string, index: number, message: string): Hit => ({ from: index, to: Math.min(index + 8, plain.length), message });
