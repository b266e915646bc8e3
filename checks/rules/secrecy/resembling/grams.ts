/** Places for the weights of grams; several share one. */
export const PLACES = 1 << 18;
const LONGEST = 3;

/** Places of a text's grams of one to three characters, each once. */
export function gramsOf(text: string): Uint32Array {
  const places = new Uint32Array(text.length * LONGEST);
  let count = 0;
  round++;
  for (let start = 0; start < text.length; start++) {
    let hash = OFFSET;
    for (let at = start; at < Math.min(start + LONGEST, text.length); at++) {
      hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
      const place = (hash ^ (hash >>> 15)) & (PLACES - 1);
      if (seen[place] === round) continue;
      seen[place] = round;
      places[count++] = place;
    }
  }
  return places.subarray(0, count);
}

/** FNV-1a, 32 bits. */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** In which round a place was met last. */
const seen = new Uint32Array(PLACES);
let round = 0;
