/** Bytes of no known kind, or of one that nobody here writes: hexadecimal, with text after it and a filler at the end. */
export interface BytesRecipe {
  hex?: string;
  text?: string;
  /** So many bytes without pattern. */
  noise?: number;
}

export function makeBytes({ hex = '', text = '', noise = 0 }: BytesRecipe): Uint8Array {
  let state = 20260309;
  const filler = Uint8Array.from({ length: noise }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
  return new Uint8Array(Buffer.concat([Buffer.from(hex.replaceAll(' ', ''), 'hex'), Buffer.from(text), filler]));
}
