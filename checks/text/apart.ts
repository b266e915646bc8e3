/** Where something begins and ends in the folded text of its passage. */
export interface Stretch {
  start: number;
  end: number;
}

/** Stretches in the order of the text; those that overlap become one, so that nothing is told twice. */
export function apart(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}
