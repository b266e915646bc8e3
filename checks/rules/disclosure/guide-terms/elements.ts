const days = (arabic: number, chinese: string) => `(?:${arabic}|${chinese})[ ]?个?工作日`;

/** What 政府信息公开条例 and 国办函〔2020〕109号 have a guide say, each by the words that show that it does. */
const ELEMENTS: [name: string, ...patterns: RegExp[]][] = [
  ['申请表的内容（身份证明、联系方式、名称或者特征描述）', /身份证明/u, /联系方式/u, /名称|文号|特征/u],
  ['补正告知的期限（7个工作日）', new RegExp(`补正[^。；]{0,40}${days(7, '七')}|${days(7, '七')}[^。；]{0,40}补正`, 'u')],
  ['答复的期限（20个工作日）', new RegExp(`${days(20, '二十')}[^。；]{0,30}答复|答复[^。；]{0,30}${days(20, '二十')}`, 'u')],
  ['延长的期限（最多20个工作日）', new RegExp(`延长[^。；]{0,40}${days(20, '二十')}`, 'u')],
  ['第三方提出意见的期限（15个工作日）', new RegExp(`第三方[^。]{0,60}${days(15, '十五')}`, 'u')],
  ['更正本人信息的办法', /更正/u],
  ['对阅读、视听有困难的人的帮助', /阅读困难|视听障碍|视力|听力|盲文|大字|手语|读取/u],
  ['投诉举报的渠道', /投诉|举报/u],
  ['信息处理费', /信息处理费/u],
  ['信息处理费的标准（按件、按量的金额）', /100\s?元|一百元/u, /10\s?元|十元/u, /40\s?元|四十元/u],
];

/** Names of the elements that a guide does not have. */
export const elementsMissing = (body: string): string[] =>
  ELEMENTS.filter(([, ...patterns]) => !patterns.every((pattern) => pattern.test(body))).map(([name]) => name);

/** Where a guide still has the term of the regulation of 2007. */
export function hasOldTerm(body: string): { start: number; end: number } | undefined {
  const old = new RegExp(`(?<!第三方[^。；]{0,60}|机关[^。；]{0,60})${days(15, '十五')}内?(?:予以|作出|给予)?答复`, 'u').exec(body);
  return old ? { start: old.index, end: old.index + old[0].length } : undefined;
}
