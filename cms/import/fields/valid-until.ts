import { paragraphsOf } from '../block.ts';
import { DATE, toDay } from '../dates.ts';
import { NUMERAL } from '../numerals.ts';
import { type Evidence, nothing, owed, type Reading, value } from './evidence.ts';

const UNTIL = new RegExp(`有效期(?:限)?(?:至|到|截至|截止到?) ?(${DATE})`, 'gu');
const YEARS = new RegExp(`有效期(?:限)?(?:为|是)? ?(${NUMERAL}|两) ?年`, 'u');

/** 有效期至: a day that the document names; a term in years is for a person to count. */
export function readValidUntil({ blocks }: Evidence): Reading<string> {
  const lines = blocks.flatMap(paragraphsOf).map((line) => line.plain);
  const days = [...new Set(lines.flatMap((line) => [...line.matchAll(UNTIL)].flatMap((match) => toDay(match[1]!) ?? [])))];
  if (days.length === 1) return value(days[0]!);
  if (days.length > 1) return owed('文件里有几个有效期。对照原件选定。');
  const years = lines.map((line) => YEARS.exec(line)?.[1]).find((each) => each !== undefined);
  return years ? owed(`文件写的是有效期${years}年。从施行日期起推算，填写日期。`) : nothing;
}
