/** A place in the source: line (for a Word document, paragraph) and column from one, in characters. */
export interface Place {
  line: number;
  column: number;
}

/** Tells places in one source quickly, however many are asked and however long its lines are. */
export function placesIn(source: string): (offset: number) => Place {
  const starts = [0];
  for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) starts.push(i + 1);
  /** Second halves of characters that take two units. */
  const halves = [...source.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map((match) => match.index + 1);
  return (offset) => {
    const line = countUpTo(starts, offset + 1);
    const start = starts[line - 1]!;
    return { line, column: offset - start - countUpTo(halves, offset) + countUpTo(halves, start) + 1 };
  };
}

/** How many of the ascending numbers are less than the limit. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
