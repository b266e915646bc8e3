import { fold } from './fold.ts';
import { coreOf } from './near.ts';

/** Who is to be asked when nothing is found. */
export interface Help {
  units: UnitHelp[];
}
export interface UnitHelp {
  name: string;
  href: string;
  phone: string;
  /** Its names and its duties, as they are published. */
  does: string[];
  /** Names of what the law obliges it to publish. */
  owes: string[];
}

export interface Advice {
  unit: UnitHelp;
  /** The line for which the unit is named. */
  because: string;
}

/** Units that have to do with what was asked, the likeliest first. */
export function advise({ units }: Help, text: string, most: number): Advice[] {
  const core = coreOf(text);
  const pairs = Array.from({ length: Math.max(0, core.length - 1) }, (_, at) => core.slice(at, at + 2));
  const numbers = (core.match(/\d+/gu) ?? []).map((number) => new RegExp(`(?<!\\d)${number}(?!\\d)`, 'u'));
  // Part of a number says nothing of another that it stands in.
  const says = (line: string, pair: string) => line.includes(pair) && (!/^\d+$/u.test(pair) || numbers.some((number) => number.test(line)));
  const lines = units.flatMap((unit) => [...unit.does, ...unit.owes].map((line) => ({ unit, line, folded: fold(line) })));
  const rarity = pairs.map((pair) => Math.log((lines.length + 1) / (lines.filter(({ folded }) => says(folded, pair)).length + 0.5)));
  const scored = lines.map(({ unit, line, folded }) => ({
    unit,
    because: line,
    score: pairs.reduce((sum, pair, at) => sum + (says(folded, pair) ? rarity[at]! : 0), 0),
  }));
  const best = new Map<string, (typeof scored)[number]>();
  for (const each of scored) if (each.score > (best.get(each.unit.name)?.score ?? 0)) best.set(each.unit.name, each);
  const least = rarity.reduce((sum, each) => sum + each, 0) / 3;
  return [...best.values()]
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ unit, because }) => ({ unit, because }));
}
