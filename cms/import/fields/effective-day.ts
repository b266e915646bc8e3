import { paragraphsOf } from '../block.ts';
import { DATE, inWords, toDay } from '../dates.ts';
import { type Evidence, nothing, owed, type Reading, value } from './evidence.ts';

const FORCE = '(?:起)?(?:正式)?(?:施行|试行|实施|执行|生效)';
const DATED = new RegExp(`(${DATE}) ?(?:起|之日起)${FORCE}(?!的|之)`, 'gu');
const ON_PUBLICATION = new RegExp(`自((?:发布|公布|印发|颁布|下发|签发|发文|通过)(?:之日|日)?)(?:起)?${FORCE}`, 'u');
const STRIPPED = new RegExp(`自(?:之日|日)?起${FORCE}`, 'u');

/** 施行日期: a day that the document names; 自发布之日起 is for a person to turn into a day. */
export function readEffectiveDay({ blocks, claims }: Evidence): Reading<string> {
  const lines = blocks.flatMap(paragraphsOf).map((line) => line.plain);
  const days = [...new Set(lines.flatMap((line) => [...line.matchAll(DATED)].flatMap((match) => toDay(match[1]!) ?? [])))];
  if (claims.effective_on && days.some((day) => day !== claims.effective_on)) days.push(claims.effective_on);
  if (days.length > 1) return owed(`文件里有几个施行日期：${days.map(inWords).join('、')}。对照原件选定。`);
  if (days.length === 1) return value(days[0]!);
  if (lines.some((line) => STRIPPED.test(line))) return owed('文件写的施行日期缺字。对照原件填写。');
  const words = lines.map((line) => ON_PUBLICATION.exec(line)?.[1]).find((each) => each !== undefined);
  if (words) return owed(`文件写的是“自${words}起”施行。查明那一天，填写日期。`);
  return claims.effective_on ? value(claims.effective_on) : nothing;
}
