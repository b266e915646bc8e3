const ALONE = /^[ \t]*((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日[ \t]*$/gmu;

/** Dates that stand in a line of their own, as below the name of the body that signs. */
export function datesAlone(body: string): { written: string; start: number; day: string }[] {
  return [...body.matchAll(ALONE)].map(({ 0: line, 1: year, 2: month, 3: date, index }) => ({
    written: line.trim(),
    start: index + line.length - line.trimStart().length,
    day: `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`,
  }));
}
