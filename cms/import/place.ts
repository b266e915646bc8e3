/** A place in the source: line (for a Word document, paragraph) and column from one, in characters. */
export interface Place {
  line: number;
  column: number;
}

/** Tells places in one source quickly, however many are asked. */
export function placesIn(source: string): (offset: number) => Place {
  const starts = [0];
  for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) starts.push(i + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: [...source.slice(starts[low], offset)].length + 1 };
  };
}
