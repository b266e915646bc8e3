import { gunzipSync, gzipSync } from 'node:zlib';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateOle } from './mutate-ole.ts';
import { mutatePdf } from './mutate-pdf.ts';
import { mutatePng } from './mutate-png.ts';
import { mutateLines, mutateRtf } from './mutate-text.ts';
import { mutateXml } from './mutate-xml.ts';
import { mutateZip } from './mutate-zip.ts';
import { Random } from './random.ts';

type Seed = () => Uint8Array | Promise<Uint8Array>;
type Mutate = (bytes: Uint8Array, random: Random) => Uint8Array;

/** Ways to damage a file that keep its structure, by how its bytes begin, the first that fits. */
const WAYS: [begins: RegExp, mutate: Mutate][] = [
  [/^PK/u, mutateZip],
  [/^%PDF/u, mutatePdf],
  [/^\xd0\xcf\x11\xe0/u, mutateOle],
  [/^\{\\rtf/u, mutateRtf],
  [/^\x89PNG/u, mutatePng],
  [/^\x1f\x8b/u, (bytes, random) => (random.below(3) ? gzipSync(mutateInside(gunzipSync(bytes), random)) : mutateBytes(bytes, random))],
  [/^(?:\xef\xbb\xbf)?</u, mutateXml],
];

/** The well-formed files that a format starts from: whatever functions `fuzz-seeds/<format>.ts` exports, alone or as a record. */
export async function loadSeeds(format: string): Promise<Uint8Array[]> {
  const module = (await import(`../fuzz-seeds/${format}.ts`)) as Record<string, Seed | Record<string, Seed>>;
  const seeds = Object.values(module).flatMap((exported) => (typeof exported === 'function' ? [exported] : Object.values(exported)));
  return Promise.all(seeds.map((seed) => seed()));
}

/** The damaged file of a number, the same each time. */
export function makeCase(seeds: readonly Uint8Array[], number: number): Uint8Array {
  const random = new Random(number);
  const seed = random.pick(seeds);
  return random.below(4) > 0 ? mutateInside(seed, random) : mutateBytes(seed, random);
}

function mutateInside(bytes: Uint8Array, random: Random): Uint8Array {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  const known = WAYS.find(([begins]) => begins.test(head))?.[1];
  if (known) return known(bytes, random);
  // Text has no zeros; what has is a format that only bytes can damage.
  return bytes.length === 0 || bytes.subarray(0, 4096).includes(0) ? mutateBytes(bytes, random) : mutateLines(bytes, random);
}
