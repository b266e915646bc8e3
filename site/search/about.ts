/** Where one thing that a question speaks of is spoken of. */
interface Mentions {
  title: ReadonlySet<number>;
  text: ReadonlySet<number>;
}

/** What it counts when a text speaks of something and its title does not. */
const IN_TEXT = 0.5;
/** The share of what a question speaks of that an entry must speak of. */
const SHARE = 0.4;

/**
 * Positions of entries that speak of most of what a question speaks of, the likeliest first, the newest first among equals. What
 * a title says counts for more. The rarer something is, the more it counts; of what is found nowhere nothing can be said.
 */
export function findAbout(concepts: readonly Mentions[], entries: number): number[] {
  if (concepts.length === 0 || concepts.some(({ text }) => text.size === 0)) return [];
  const weights = concepts.map(({ text }) => Math.log((entries + 1) / (text.size + 0.5)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const scores = [...new Set(concepts.flatMap(({ text }) => [...text]))].map((position) => {
    const counted = concepts.map(({ title, text }, at) => weights[at]! * (title.has(position) ? 1 : text.has(position) ? IN_TEXT : 0));
    return { position, score: counted.reduce((sum, each) => sum + each, 0) };
  });
  return scores
    .filter(({ score }) => score >= whole * SHARE)
    .sort((a, b) => b.score - a.score || b.position - a.position)
    .map(({ position }) => position);
}
