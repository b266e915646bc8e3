interface Near {
  phrase: string;
  start: number;
  end: number;
}

/** Phrases shorter than this are too like others; of longer ones two characters may differ. In characters. */
const [SHORTEST, LONG] = [6, 10];

/** Where a text has a phrase almost: it begins and ends so, and one or two characters between differ, are missing or too many. */
export function nearlyIn(text: string, phrases: readonly string[]): Near[] {
  return phrases.flatMap((phrase) => {
    if (phrase.length < SHORTEST || text.length < phrase.length - 2) return [];
    const most = phrase.length < LONG ? 1 : 2;
    const found: Near[] = [];
    for (let start = text.indexOf(phrase[0]!); start >= 0; start = text.indexOf(phrase[0]!, start + 1)) {
      // One of the halves stands as it must, or this is another phrase altogether.
      const window = text.slice(start, start + phrase.length + most);
      if (window.startsWith(phrase)) continue;
      const half = phrase.length >> 1;
      if (!window.startsWith(phrase.slice(0, half)) && !window.includes(phrase.slice(half))) continue;
      const length = lengths(phrase.length, most).find(
        (each) => window[each - 1] === phrase.at(-1) && isNear(window.slice(0, each), phrase, most),
      );
      if (length !== undefined && !phrases.some((other) => other !== phrase && window.startsWith(other)))
        found.push({ phrase, start, end: start + length });
    }
    return found;
  });
}

const lengths = (length: number, most: number) => [0, -1, 1, -2, 2].filter((by) => Math.abs(by) <= most).map((by) => length + by);

/** Whether two texts differ by at most so many characters put in, left out or changed (Levenshtein). */
function isNear(a: string, b: string, most: number): boolean {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, character] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (character === b[j] ? 0 : 1)));
    row = next;
  }
  return row[b.length]! <= most;
}
