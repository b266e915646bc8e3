import { mutateBytes } from './mutate-bytes.ts';
import { mutateXml } from './mutate-xml.ts';
import { mutateZip } from './mutate-zip.ts';
import { Random } from './random.ts';

type Seed = () => Uint8Array | Promise<Uint8Array>;

/** The well-formed files that a format starts from: whatever functions `fuzz-seeds/<format>.ts` exports. */
export async function loadSeeds(format: string): Promise<Uint8Array[]> {
  const module = (await import(`../fuzz-seeds/${format}.ts`)) as Record<string, Seed>;
  return Promise.all(Object.values(module).map((seed) => seed()));
}

/** The damaged file of a number, the same each time. */
export function makeCase(seeds: readonly Uint8Array[], number: number): Uint8Array {
  const random = new Random(number);
  const seed = random.pick(seeds);
  const isZip = seed[0] === 0x50 && seed[1] === 0x4b;
  const isTagged = seed[0] === 0x3c || seed[3] === 0x3c;
  if (isZip && random.below(4) > 0) return mutateZip(seed, random);
  if (isTagged && random.below(4) > 0) return mutateXml(seed, random);
  return mutateBytes(seed, random);
}
