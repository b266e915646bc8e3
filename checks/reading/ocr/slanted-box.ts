/** A rectangle at any angle, in pixels: its middle, its sides, and the direction of its width in radians. */
export interface SlantedBox {
  x: number;
  y: number;
  width: number;
  height: number;
  angle: number;
}

type Point = readonly [number, number];

/** The smallest rectangle around points, its width along the direction nearer to level. */
export function toSlantedBox(points: readonly Point[]): SlantedBox {
  const hull = toHull(points);
  let best: SlantedBox | undefined;
  for (const [index, [x, y]] of hull.entries()) {
    const [nextX, nextY] = hull[(index + 1) % hull.length]!;
    const box = toBoxAt(hull, Math.atan2(nextY - y, nextX - x));
    if (!best || box.width * box.height < best.width * best.height) best = box;
  }
  return toLevel(best!);
}

function toBoxAt(hull: readonly Point[], angle: number): SlantedBox {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of hull) {
    const along = x * cos + y * sin;
    const across = y * cos - x * sin;
    left = Math.min(left, along);
    right = Math.max(right, along);
    top = Math.min(top, across);
    bottom = Math.max(bottom, across);
  }
  const [along, across] = [(left + right) / 2, (top + bottom) / 2];
  return { x: along * cos - across * sin, y: along * sin + across * cos, width: right - left + 1, height: bottom - top + 1, angle };
}

function toLevel(box: SlantedBox): SlantedBox {
  const quarter = Math.PI / 2;
  const turns = Math.round(box.angle / quarter);
  const angle = box.angle - turns * quarter;
  return turns % 2 === 0 ? { ...box, angle } : { ...box, angle, width: box.height, height: box.width };
}

/** The outermost of the points, going round (Andrew's monotone chain). */
function toHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (sorted.length < 3) return sorted;
  const half = (ordered: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length > 1 && !turns(chain.at(-2)!, chain.at(-1)!, point)) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function turns(a: Point, b: Point, c: Point): boolean {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
}
