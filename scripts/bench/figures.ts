/** A figure that was measured several times. */
export interface Figure {
  median: number;
  least: number;
  most: number;
}

export function toFigure(values: readonly number[]): Figure {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { median, least: sorted[0]!, most: sorted.at(-1)! };
}

/** Ratios of one thing to another, run by run, for the runs that have both. */
export function toRatios(values: ReadonlyMap<number, number>, base: ReadonlyMap<number, number>): number[] {
  return [...values].flatMap(([run, value]) => (base.has(run) ? [value / base.get(run)!] : []));
}
