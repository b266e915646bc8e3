/** A stretch of text on a page, in millimetres from its upper left corner. */
export interface TextRun {
  text: string;
  x: number;
  /** Base line. */
  y: number;
  /** Where it ends, as far as known. */
  right: number;
  /** Height of the letters. */
  size: number;
}

/**
 * Joins runs into lines, since programs write a run for every word or even every letter: runs share a line when their
 * base lines lie closer than half a letter. A gap of more than half a letter becomes a tab.
 */
export function toLines(runs: readonly TextRun[]): string[] {
  const sorted = [...runs].sort((a, b) => a.y - b.y);
  const lines: TextRun[][] = [];
  for (const run of sorted) {
    const line = lines.at(-1);
    if (line && run.y - line.at(-1)!.y < Math.min(run.size, line.at(-1)!.size) / 2) line.push(run);
    else lines.push([run]);
  }
  return lines.map((line) => {
    line.sort((a, b) => a.x - b.x);
    let text = '';
    let right = Number.NaN;
    for (const run of line) {
      text += run.x - right > run.size / 2 ? `\t${run.text}` : run.text;
      right = Math.max(run.right, Number.isNaN(right) ? run.right : right);
    }
    return text;
  });
}
