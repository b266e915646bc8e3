import type { Content } from '../case.ts';

/** Another file, damaged. */
export interface BrokenRecipe {
  of: Content;
  /** What is left from the beginning, as a share of the whole. */
  keep?: number;
  /** A stretch overwritten with zeros, from and to as shares of the whole. */
  zero?: [number, number];
}

export async function makeBroken({ of, keep = 1, zero }: BrokenRecipe): Promise<Uint8Array> {
  const { bytesOf } = await import('../load.ts');
  const bytes = (await bytesOf(of)).slice();
  if (zero) bytes.fill(0, Math.floor(bytes.length * zero[0]), Math.floor(bytes.length * zero[1]));
  return bytes.slice(0, Math.floor(bytes.length * keep));
}
