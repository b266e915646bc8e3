import type { Line, Segment } from '../pdf/lines.ts';
import { toParagraphs } from '../pdf/paragraphs.ts';
import type { FoundLine } from './read-lines.ts';

/** Texts of found lines in reading order: those that run as most of the page does as paragraphs, then slanted ones each alone. */
export function toTexts(found: readonly FoundLine[]): string[] {
  const main = findMainAngle(found);
  const isLevel = ({ box }: FoundLine) => Math.cos(box.angle - main) > 0.98;
  const lines = toRows(found.filter(isLevel), main);
  const slanted = found.filter((line) => !isLevel(line)).map(({ text }) => text);
  return [...(lines.length > 0 ? toParagraphs(lines).map(({ text }) => text) : []), ...slanted];
}

/** The direction in which most characters run: none, or a number of quarter turns. */
function findMainAngle(found: readonly FoundLine[]): number {
  const counts = new Map<number, number>();
  for (const { text, box } of found) {
    const quarters = Math.round(box.angle / (Math.PI / 2)) & 3;
    counts.set(quarters, (counts.get(quarters) ?? 0) + text.length);
  }
  const [main = 0] = [...counts].sort((a, b) => b[1] - a[1]).map(([quarters]) => quarters);
  return (main * Math.PI) / 2;
}

function toRows(found: readonly FoundLine[], angle: number): Line[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const placed = found.map(({ text, box }) => {
    const middle = box.x * cos + box.y * sin;
    return { text, size: box.height, across: box.y * cos - box.x * sin, start: middle - box.width / 2, end: middle + box.width / 2 };
  });
  const rows: (typeof placed)[] = [];
  for (const line of placed.sort((a, b) => a.across - b.across)) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0]!.across - line.across) < Math.min(row[0]!.size, line.size) * 0.5) row.push(line);
    else rows.push([line]);
  }
  return rows.map((row) => {
    const segments: Segment[] = [];
    for (const { text, start, end, size } of row.sort((a, b) => a.start - b.start)) {
      const last = segments.at(-1);
      if (last && start - last.end < size && !(/\w$/u.test(last.text) && /^\w/u.test(text))) {
        last.text += text;
        last.end = end;
      } else segments.push({ text, start, end, isHidden: false });
    }
    // A box is about 1.3 times as high as its characters.
    return { segments, across: row[0]!.across, size: row[0]!.size / 1.3 };
  });
}
