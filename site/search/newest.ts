import type { Numbering } from './numbering.ts';
import type { Register } from './register.ts';
import type { Manifest } from './search.ts';

/**
 * The newest of some positions by the day of publication, the newest first. Positions go by index numbers, which tell the month
 * of most entries; days are in the registers, of which only those are read that can hold one of the newest.
 */
export async function newestOf(
  positions: readonly number[],
  most: number,
  registers: Manifest['registers'],
  numbering: Numbering,
  read: (year: number) => Promise<Register>,
): Promise<readonly number[]> {
  if (positions.length <= most) return positions.toReversed();
  const byYear = Map.groupBy(positions, (position) => numbering.yearAt(position));
  const last = new Map(registers.map(({ year, to }) => [year, to]));
  const years = [...byYear.keys()].map((year) => ({ year, to: last.get(year) ?? '' })).sort((a, b) => (a.to < b.to ? 1 : -1));
  let found: { position: number; day: string }[] = [];
  for (const [at, { year }] of years.entries()) {
    const register = await read(year);
    for (const position of byYear.get(year)!) found.push({ position, day: register.row(numbering.numberAt(position))?.day ?? '' });
    found = found.sort((a, b) => (a.day === b.day ? b.position - a.position : a.day < b.day ? 1 : -1)).slice(0, most);
    if (found.length === most && found.at(-1)!.day > (years[at + 1]?.to ?? '')) break;
  }
  return found.map(({ position }) => position);
}
