/** Pages in words: `第2页、第4页至第6页`. The numbers must be in order. */
export function toPageRange(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([first, last]) => (first === last ? `第${first}页` : `第${first}页至第${last}页`)).join('、');
}
